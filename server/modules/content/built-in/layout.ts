/** Tables and inline styles: what Outlook understands. No picture, font or style comes from elsewhere. */

const FONT = 'font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif';
const INK = '#1f2933';
const QUIET = '#5b6770';
const ACCENT = '#1d4ed8';

export const heading = (text: string): string =>
  `<h1 style="margin:0 0 16px;${FONT};font-size:26px;line-height:34px;font-weight:700;color:${INK}">${text}</h1>`;

export const subheading = (text: string): string =>
  `<h2 style="margin:28px 0 8px;${FONT};font-size:18px;line-height:26px;font-weight:700;color:${INK}">${text}</h2>`;

export const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px;${FONT};font-size:16px;line-height:26px;color:${INK}">${text}</p>`;

export const button = (text: string, href: string): string => `
              <table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:8px 0 24px">
                <tr>
                  <td bgcolor="${ACCENT}" style="border-radius:6px;background-color:${ACCENT}">
                    <a href="${href}" style="display:inline-block;padding:13px 26px;${FONT};font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${text}</a>
                  </td>
                </tr>
              </table>`;

export const rule = `<hr style="margin:28px 0;border:0;border-top:1px solid #e1e6ea">`;

export const facts = (rows: readonly (readonly [string, string])[]): string => `
              <table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="margin:0 0 24px">${rows
                .map(
                  ([name, value]) => `
                <tr>
                  <td width="120" valign="top" style="padding:6px 12px 6px 0;${FONT};font-size:14px;line-height:22px;color:${QUIET}">${name}</td>
                  <td valign="top" style="padding:6px 0;${FONT};font-size:16px;line-height:22px;font-weight:600;color:${INK}">${value}</td>
                </tr>`,
                )
                .join('')}
              </table>`;

const footLink = (text: string, field: string): string =>
  `<a href="{{ ${field} }}" style="color:${QUIET};text-decoration:underline">${text}</a>`;

export interface Frame {
  language: string;
  body: string;
  reason: string;
  view: string;
  unsubscribe: string;
}

/** A page of 600 pixels that narrows on a phone, with the reason for writing and the way out at its foot. */
export const page = ({ language, body, reason, view, unsubscribe }: Frame): string => `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light">
  <title></title>
</head>
<body style="margin:0;padding:0;background-color:#f3f5f7">
  <table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" bgcolor="#f3f5f7">
    <tr>
      <td align="center" style="padding:24px 12px">
        <!--[if mso]><table role="presentation" width="600" border="0" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
        <table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="max-width:600px">
          <tr>
            <td bgcolor="#ffffff" style="padding:36px 32px 20px;border-radius:10px;background-color:#ffffff">
${body}
            </td>
          </tr>
          <tr>
            <td align="center" style="padding:20px 16px;${FONT};font-size:13px;line-height:20px;color:${QUIET}">
              ${reason}<br>
              ${footLink(view, 'view_url')} &nbsp;·&nbsp; ${footLink(unsubscribe, 'unsubscribe_url')}
            </td>
          </tr>
        </table>
        <!--[if mso]></td></tr></table><![endif]-->
      </td>
    </tr>
  </table>
</body>
</html>
`;
