package fr.pli.exchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An SMTP conversation that knows how far it has come. */
final class WatchedTransport extends SMTPTransport {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTransport.class);

    private Runnable beforeData = () -> {};
    private Phase phase = Phase.SENDER;

    WatchedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Another mail begins. @param beforeItsData called when the relay has taken sender and recipient */
    void begin(Runnable beforeItsData) {
        phase = Phase.SENDER;
        beforeData = beforeItsData;
    }

    Phase phase() {
        return phase;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = Phase.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        beforeData.run();
        phase = Phase.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        phase = Phase.ANSWER;
        super.finishData();
    }

    /** What became of the mail is known by now; a relay that does not say goodbye changes nothing. */
    @Override
    public synchronized void close() {
        try {
            super.close();
        } catch (MessagingException goneAlready) {
            LOG.debug("the relay broke the connection before QUIT", goneAlready);
        }
    }

    /** What was under way when something went wrong. */
    enum Phase {
        SENDER,
        RECIPIENT,
        CONTENT,
        ANSWER
    }
}
