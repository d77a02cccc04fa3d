import { useEffect, useRef, useState } from 'react';

/** `of`: the filters. */
type Heard = { of: string; title: string; overdue: string };

/** What to read aloud: how many tickets other filters leave, and how many are overdue once that changes. Nothing at first. */
export function useSpoken({ of, title, overdue }: Heard): string {
  const before = useRef({ of, overdue });
  const [said, setSaid] = useState('');
  useEffect(() => {
    const last = before.current;
    before.current = { of, overdue };
    if (last.of !== of) setSaid(title);
    else if (last.overdue !== overdue) setSaid(overdue);
  }, [of, title, overdue]);
  return said;
}
