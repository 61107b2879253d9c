export { acceptInvitation, getInvitation } from './accept-invitation.ts';
export { addUser } from './add-user.ts';
export { approversBesides, getApprovalRules, loadApprovalRules, updateApprovalRules } from './approval-rules.ts';
export { authorise } from './authorise.ts';
export { otherCurrencyWithin } from './currency-change.store.ts';
export { findInstallation, getInstallation as loadInstallation, type Installation } from './installation.store.ts';
export { inviteUser, renewInvitation } from './invite-user.ts';
export { listColleagues, listUsers } from './list-users.ts';
export { type Actor, may, type Subject, SYSTEM } from './model/may.ts';
export { type NoticeToMail, putBackNotice, takeNoticeToMail } from './notices/mail-notice.ts';
export { countNotices, readNotices } from './notices/read-notices.ts';
export { forgetNotices, tell } from './notices/tell.ts';
export { getSendTimes, loadSendTimes, updateSendTimes } from './send-times.ts';
export { getSeats, setSeat } from './set-seat.ts';
export { type FirstRunHook, setUp, setUpInstallation } from './set-up.ts';
export { createActorOf } from './sign-in/actor-of.ts';
export {
  type Authentication,
  costlyPasswords,
  createAuthentication,
  type Passwords,
} from './sign-in/authentication.ts';
export { changePassword } from './sign-in/change-password.ts';
export { getSession } from './sign-in/get-session.ts';
export { signIn } from './sign-in/sign-in.ts';
export { signOut } from './sign-in/sign-out.ts';
export { clearAbsence, getAbsence, presentUser, setAbsence } from './stand-in.ts';
export { getInstallation, updateInstallation } from './update-installation.ts';
export { updatePreferences } from './update-preferences.ts';
export { updateUser } from './update-user.ts';
export { nameOfUser, userName } from './user.views.ts';
export { deleteView, listSavedViews, openWithView, saveView, updateView } from './views/saved-views.ts';
