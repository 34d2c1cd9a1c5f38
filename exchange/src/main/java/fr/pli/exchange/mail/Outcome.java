package fr.pli.exchange.mail;

import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended.
 *
 * @param reply the relay's last line, or what happened instead of one
 * @param unknown the data were handed over but no answer came: it may have been delivered
 * @param unreachable the relay did not take part at all, so it is no fault of this mail
 */
record Outcome(MailFate.State state, @Nullable String reply, boolean unknown, boolean unreachable) {

    static Outcome accepted(String reply) {
        return new Outcome(MailFate.State.ACCEPTED, reply, false, false);
    }

    static Outcome refused(String reply) {
        return new Outcome(MailFate.State.REFUSED, reply, false, false);
    }

    static Outcome deferred(String reply) {
        return new Outcome(MailFate.State.DEFERRED, reply, false, false);
    }

    static Outcome unreachable(String reply) {
        return new Outcome(MailFate.State.DEFERRED, reply, false, true);
    }

    static Outcome unknown(String reply) {
        return new Outcome(MailFate.State.DEFERRED, reply, true, false);
    }

    static Outcome cancelled() {
        return new Outcome(MailFate.State.CANCELLED, null, false, false);
    }
}
