import { describe, expect, test } from 'vitest';
import { HttpGateway } from '../../../../../../contract/sms-accounts.ts';
import { type Filling, fillRequest } from './fill.ts';
import { readAnswer } from './read-answer.ts';
import { readIncoming, readReport } from './read-hook.ts';

const gateway = (over: object = {}) =>
  HttpGateway.parse({ url: 'https://sms.example/send', template: '{ "to": "{to}", "text": "{text}" }', ...over });

const filling: Filling = {
  to: '+4740000001',
  to_digits: '4740000001',
  from: 'Nordlys',
  text: '"Hi" {to}\n& more',
  reference: 'r1',
  username: 'u',
  password: 'p\r\nX: y',
  encoding: 'gsm',
  report_url: 'https://f.example/sms/s/report',
};

describe('a request', () => {
  test('escapes each value for the place where it stands, and fills in nothing twice', () => {
    const json = fillRequest(gateway({ headers: [{ name: 'Authorization', value: 'Bearer {password}' }] }), filling);
    expect(JSON.parse(json.body)).toEqual({ to: '+4740000001', text: '"Hi" {to}\n& more' });
    expect(json.headers).toEqual({ 'content-type': 'application/json', authorization: 'Bearer pX: y' });
    const fields = [{ name: 'msg', value: '{text}' }];
    const form = fillRequest(gateway({ body: 'form', fields }), filling);
    expect(new URLSearchParams(form.body).get('msg')).toBe(filling.text);
    const get = fillRequest(gateway({ method: 'GET', url: 'https://sms.example/{from}?k=1', fields }), filling);
    expect(get.url.href).toBe('https://sms.example/Nordlys?k=1&msg=%22Hi%22+%7Bto%7D%0A%26+more');
    expect(get.body).toBe('');
  });
});

describe('F45: an answer', () => {
  const said = (status: number, body = '', over: object = {}) => {
    const { verdict, gatewayId } = readAnswer(gateway(over), status, body);
    if ('trouble' in verdict) return `trouble ${verdict.trouble.reason}`;
    const { outcome } = verdict;
    return [outcome.state, 'reason' in outcome ? outcome.reason : gatewayId].filter(Boolean).join(' ');
  };
  const inMessages = { idPath: 'messages.0.id', success: { path: 'messages.0.status', values: ['queued'] } };

  test.each([
    [202, '{"id":7}', { idPath: 'id' }, 'sent 7'],
    [200, 'OK-12', {}, 'sent OK-12'],
    [200, '{"messages":[{"id":"a","status":"Queued"}]}', inMessages, 'sent a'],
    [200, '{"messages":[{"id":"a","status":"rejected"}]}', inMessages, 'failed refused'],
    [200, '{"__proto__":{"id":"x"}}', { idPath: 'constructor.name' }, 'sent'],
    [429, '', {}, 'deferred rate_limited'],
    [503, '', {}, 'deferred server_busy'],
    [500, '', {}, 'unknown bad_reply'],
    [502, '', { repeatable: true }, 'deferred bad_reply'],
    [401, '', {}, 'trouble login_refused'],
    [402, '', {}, 'trouble server_refused'],
    [302, '', {}, 'trouble server_refused'],
    [400, 'bad number', {}, 'failed refused'],
  ])('%i %s', (status, body, over, expected) => {
    expect(said(status, body, over)).toBe(expected);
  });
});

describe('what a gateway tells', () => {
  test('is read from where the account says it stands', () => {
    const there = gateway({
      report: { idPath: 'sms.id', statePath: 'sms.state', delivered: ['ok'], failed: ['lost'] },
    });
    expect(readReport(there, { sms: { id: 'a', state: 'OK' }, to: '4740000001' })).toEqual({
      gatewayId: 'a',
      number: '+4740000001',
      state: 'delivered',
      said: 'OK',
    });
    expect(readReport(there, { sms: { id: 'a', state: 'sending' } })).toBeNull();
    expect(readReport(there, null)).toBeNull();
    expect(readIncoming(gateway(), { id: 1, from: '4740000001', text: 'Stop' })).toEqual({
      key: '1',
      number: '+4740000001',
      text: 'Stop',
    });
    expect(readIncoming(gateway(), { id: 1, from: 'Bank', text: 'Stop' })).toBeNull();
  });
});
