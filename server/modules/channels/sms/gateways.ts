import type { SendingAccountId } from '../../../../contract/ids.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Gateway } from './gateway.ts';
import { createHttpGateway } from './http/http-gateway.ts';
import { SmppConnections } from './smpp/connections.ts';
import { SMPP_PATIENCE, type SmppEndpoint, type SmppPatience } from './smpp/endpoint.ts';
import type { Hear } from './smpp/link.ts';
import { createSmppGateway } from './smpp/smpp-gateway.ts';
import { getSmsAccount, type StoredSmsAccount } from './sms-account.store.ts';

export interface GatewayNeeds {
  db: Db;
  logger: Logger;
  secretBox: SecretBox;
  baseUrl: string;
  /** Gateways on this machine and its network are allowed. */
  insideGateways: boolean;
  smppPatience?: SmppPatience;
}

/** What comes in over an account's connections. */
export type HearBy = (account: StoredSmsAccount) => Hear;

export const hookAddress = (baseUrl: string, { hookSecret }: { hookSecret: string }, what: 'report' | 'incoming') =>
  `${baseUrl}/sms/${hookSecret}/${what}`;

const HTTP_PATIENCE_MS = 60_000;

const passwordOf = ({ passwordSealed }: StoredSmsAccount, secretBox: SecretBox): string =>
  passwordSealed === null ? '' : secretBox.open(passwordSealed);

export const smppEndpointOf = (account: StoredSmsAccount, secretBox: SecretBox): SmppEndpoint => {
  const { host, port, security, checkCertificate, username, sms } = account;
  const { systemType, version, sender, submitWindow, longMessages } = sms;
  return {
    ...{ host, port, checkCertificate, systemType, version, sender, longMessages },
    security: security === 'tls' ? 'tls' : 'none',
    systemId: username ?? '',
    password: passwordOf(account, secretBox),
    window: submitWindow,
  };
};

interface Open {
  changed: number;
  gateway: Gateway;
  connections: SmppConnections | null;
}

/** One gateway an account, shared by all runs of this process and by what comes in, made anew when the account was changed. */
export class Gateways {
  readonly #needs: GatewayNeeds;
  readonly #hearBy: HearBy;
  readonly #open = new Map<string, Open>();

  constructor(needs: GatewayNeeds, hearBy: HearBy) {
    this.#needs = needs;
    this.#hearBy = hearBy;
  }

  of(account: StoredSmsAccount): Gateway {
    return this.#standing(account).gateway;
  }

  /** `changed`: when the account was last; only then is it read again. */
  async at(id: SendingAccountId, changed: Date): Promise<Gateway> {
    const known = this.#open.get(id);
    if (known?.changed === changed.getTime()) return known.gateway;
    return this.of(await getSmsAccount(this.#needs.db, id));
  }

  /** Holds a connection for what comes in; throws NotBound. Requests come in by themselves. */
  async listen(account: StoredSmsAccount): Promise<void> {
    await this.#standing(account).connections?.link();
  }

  async close(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(({ gateway }) => gateway.close()));
  }

  #standing(account: StoredSmsAccount): Open {
    const known = this.#open.get(account.id);
    const changed = account.updatedAt.getTime();
    if (known?.changed === changed) return known;
    void known?.gateway.close();
    const made = { changed, ...this.#make(account) };
    this.#open.set(account.id, made);
    return made;
  }

  #make(account: StoredSmsAccount): Omit<Open, 'changed'> {
    const { secretBox, baseUrl, insideGateways, smppPatience = SMPP_PATIENCE } = this.#needs;
    const { sms, maxConnections, username } = account;
    if (sms.http !== null) {
      const gateway = createHttpGateway({
        gateway: sms.http,
        sender: sms.sender,
        username: username ?? '',
        password: passwordOf(account, secretBox),
        reportUrl: hookAddress(baseUrl, sms, 'report'),
        connections: maxConnections,
        inside: insideGateways,
        patience: HTTP_PATIENCE_MS,
      });
      return { gateway, connections: null };
    }
    const endpoint = smppEndpointOf(account, secretBox);
    const connections = new SmppConnections(endpoint, maxConnections, smppPatience, this.#hearBy(account));
    return { gateway: createSmppGateway(endpoint, connections), connections };
  }
}
