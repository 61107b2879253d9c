import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PATIENCE_MS } from './patience.ts';

const run = promisify(execFile);

export const DKIM_VERIFIERS = ['opendkim-testmsg', 'unshare', 'perl'] as const;

/** Answers every TXT question from a list, on port 53. */
const DNS_SERVER = `
import socket, struct, sys, json
records = json.load(open(sys.argv[1]))
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('127.0.0.1', 53))
while True:
    query, peer = server.recvfrom(4096)
    at, labels = 12, []
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode())
        at += query[at] + 1
    question = query[12:at + 5]
    text = records.get('.'.join(labels).lower())
    asked = struct.unpack('>H', query[at + 1:at + 3])[0]
    answer = b''
    if text is not None and asked == 16:
        pieces = b''.join(bytes([len(p)]) + p for p in (text.encode()[i:i + 255] for i in range(0, len(text), 255)))
        answer = b'\\xc0\\x0c' + struct.pack('>HHIH', 16, 1, 60, len(pieces)) + pieces
    flags = 0x8180 if text is not None else 0x8183
    server.sendto(query[:2] + struct.pack('>HHHHH', flags, 1, 1 if answer else 0, 0, 0) + question + answer, peer)
`;

/** All files in one go: to begin takes longer than to verify. */
const PYTHON = `
import dkim, sys
for name in sys.argv[2:]:
    try:
        verifier = dkim.DKIM(open(name, 'rb').read())
        said = all(verifier.verify(idx=n) for n in range(int(sys.argv[1])))
    except Exception as error:
        said = repr(error)
    print(name, 'dkimpy', said)
`;

/** Debian's Mail::DKIM cannot read Ed25519 yet; it must then say so, and accept the RSA signature beside it. */
const PERL = `
use Mail::DKIM::Verifier; local $/; my $signatures = shift @ARGV;
for my $name (@ARGV) {
  open(my $file, '<:raw', $name); my $text = <$file>; my $dkim = Mail::DKIM::Verifier->new();
  $dkim->PRINT($text); $dkim->CLOSE; my @all = $dkim->signatures;
  print "$name Mail::DKIM ", (@all == $signatures && (grep { $_->result eq 'pass' } @all) && !grep { $_->result ne 'pass' && $_->result_detail !~ /unsupported algorithm ed25519/ } @all) ? 'True' : join(' ', map { $_->result_detail } @all), "\\n";
}
`;

/** A network of its own with a name server of ours: every verifier asks the DNS as it always does. */
const SCRIPT = `
set -e
ip link set lo up
mount --bind resolv.conf /etc/resolv.conf
/usr/bin/python3 name-server.py records.json & server=$!
trap 'kill $server' EXIT
/usr/bin/python3 - <<'WAIT'
import socket, time
for _ in range(200):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(0.1); s.connect(('127.0.0.1', 53))
    try:
        s.send(b'\\0\\1\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\1a\\0\\0\\20\\0\\1'); s.recv(512); break
    except OSError: time.sleep(0.02)
WAIT
for file in *.eml; do
  said=$(opendkim-testmsg < "$file" 2>&1) && echo "$file opendkim True" || echo "$file opendkim $said"
done
/usr/bin/python3 verify.py SIGNATURES *.eml 2>&1
perl verify.pl SIGNATURES *.eml 2>&1
`;

/** What opendkim, dkimpy and Mail::DKIM say of each message: lines of `file verifier True`, or why not. As root. */
export const verifyDkim = async (
  folder: string,
  messages: readonly string[],
  records: Readonly<Record<string, string>>,
  signatures: number,
): Promise<string[]> => {
  const files: [string, string][] = [
    ['resolv.conf', 'nameserver 127.0.0.1\n'],
    ['name-server.py', DNS_SERVER],
    ['verify.py', PYTHON],
    ['verify.pl', PERL],
    ['records.json', JSON.stringify(records)],
    ...messages.map((message, place): [string, string] => [`${place}.eml`, message]),
  ];
  for (const [name, text] of files) await writeFile(join(folder, name), text, 'latin1');
  const script = SCRIPT.replaceAll('SIGNATURES', String(signatures));
  const { stdout } = await run('unshare', ['--mount', '--net', 'sh', '-c', script], {
    cwd: folder,
    timeout: PATIENCE_MS,
  });
  return stdout.trim().split('\n');
};
