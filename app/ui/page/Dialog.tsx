import { getColor } from '@zendeskgarden/react-theming';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styled from 'styled-components';

const Window = styled.dialog<{ $wide: boolean }>`
  box-sizing: border-box;
  width: min(${({ $wide }) => ($wide ? 820 : 480)}px, calc(100vw - 32px));
  padding: 24px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: 8px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.raised' })};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  &::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  h2 {
    font-size: 18px;
    line-height: 24px;
  }
  & > div {
    display: grid;
    gap: 16px;
  }
`;

type Props = { title: string; isWide?: boolean; onClose(): void; children: ReactNode };

/** The browser's own modal: it keeps the focus inside, closes by Escape, and gives the focus back. */
export function Dialog({ title, isWide = false, onClose, children }: Props) {
  const id = useId();
  const window = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!window.current?.open) window.current?.showModal();
  }, []);
  return (
    <Window ref={window} $wide={isWide} aria-labelledby={id} onClose={onClose}>
      <div>
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </Window>
  );
}
