import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSession } from '../session/session.ts';
import { Brand } from './brand.tsx';
import { Notices } from './notices.tsx';
import './panel.css';
import './shell.css';

/** Around the screens for those who aren't signed in: sign-in, set-up, a new password. */
export function Plain() {
  const { installation } = useSession();
  return (
    <main className="plain">
      <Brand name={installation?.name} />
      <div className="plain-card">
        <Notices />
        <Suspense>
          <Outlet />
        </Suspense>
      </div>
    </main>
  );
}
