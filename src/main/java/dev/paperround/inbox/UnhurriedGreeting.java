package dev.paperround.inbox;

import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * Greets as late as a relay across a network does. Vert.x's mail client now and then loses a greeting that is there
 * before it listens, and then waits a minute for nothing.
 */
final class UnhurriedGreeting implements SessionHandler {
    private static final long MILLISECONDS = 100;

    @Override
    public SessionAcceptance accept(Session session) {
        try {
            Thread.sleep(MILLISECONDS);
            return SessionAcceptance.success();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SessionAcceptance.failure(421, "This mailbox is closing");
        }
    }

    @Override
    public void onSessionEnd(Session session) {
        // Nothing is kept of a session.
    }
}
