-- Owner: sales. An installation older than the pipeline gets the one that a new one begins with, in its language.
insert into sales_stage (id, name, position, chance)
select gen_random_uuid(), stage.name, stage.position, stage.chance
from installation join (values
  (1, 10, 'en', 'New'), (1, 10, 'nb', 'Ny'), (1, 10, 'pl', 'Nowa'), (1, 10, 'fr', 'Nouvelle'),
  (2, 30, 'en', 'In talks'), (2, 30, 'nb', 'I dialog'), (2, 30, 'pl', 'W rozmowach'), (2, 30, 'fr', 'En discussion'),
  (3, 60, 'en', 'Offer made'), (3, 60, 'nb', 'Tilbud gitt'), (3, 60, 'pl', 'Złożona oferta'), (3, 60, 'fr', 'Offre remise'),
  (4, 80, 'en', 'Agreed in words'), (4, 80, 'nb', 'Muntlig enighet'), (4, 80, 'pl', 'Ustnie uzgodnione'), (4, 80, 'fr', 'Accord de principe')
) as stage (position, chance, language, name) on stage.language = installation.language
where not exists (select from sales_stage);
