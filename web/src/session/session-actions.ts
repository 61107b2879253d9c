import { signOut as endSession, updatePreferences } from '../../../contract/access.ts';
import { call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { switchLanguage } from '../i18n/engine.ts';
import type { Language } from '../i18n/languages.ts';
import { paths } from '../paths.ts';
import { notify } from '../ui/toast.tsx';
import { refreshSession } from './session.ts';

function say(thrown: unknown): void {
  if (!(thrown instanceof Problem)) throw thrown;
  notify.problem(thrown);
}

/** Ends the session and starts over at the sign-in page, with nothing of this user left in memory. */
export async function signOut(): Promise<void> {
  try {
    await call(endSession, {});
    queryClient.clear();
    window.location.assign(paths.signIn());
  } catch (thrown) {
    say(thrown);
  }
}

/** At once here, and for good in the user's settings. */
export async function chooseLanguage(language: Language): Promise<void> {
  switchLanguage(language);
  try {
    await call(updatePreferences, { language });
    await refreshSession();
  } catch (thrown) {
    say(thrown);
  }
}
