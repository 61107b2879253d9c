-- Owner: campaigns. One word for one thing: an occurrence is a date of a series; what an enrolment took is a step of its track.
alter table occurrence rename to track_step;
alter index occurrence_pkey rename to track_step_pkey;
