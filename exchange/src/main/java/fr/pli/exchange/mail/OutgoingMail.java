package fr.pli.exchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * A mail with its envelope. It keeps its Message-ID at each attempt, so that a mail delivered twice is recognised as
 * one, and says where reports of its non-delivery go.
 */
final class OutgoingMail extends SMTPMessage {

    private final Mail mail;

    OutgoingMail(Session session, Mail mail, ReturnSettings returns) {
        super(session);
        this.mail = mail;
        if (!returns.address().isBlank()) {
            setEnvelopeFrom(returns.tagged() ? tagged(returns.address(), mail) : returns.address());
        }
    }

    /** For relays that know RFC 3461: reports of delay and failure, with the headers alone and the id of this mail. */
    void askForReports() {
        setNotifyOptions(NOTIFY_FAILURE | NOTIFY_DELAY);
        setReturnOption(RETURN_HDRS);
        setMailExtension("ENVID=" + mail.id());
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", mail.messageId());
    }

    private static String tagged(String address, Mail mail) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at) + "+" + mail.id() + address.substring(at);
    }
}
