import { SignalSection } from './SignalSection.tsx';
import { OwnExceptions, OwnPhrases } from './Words.tsx';

/** Which words of a customer speak for an escalation. */
export const EscalationPage = () => (
  <>
    <SignalSection />
    <OwnPhrases />
    <OwnExceptions />
  </>
);
