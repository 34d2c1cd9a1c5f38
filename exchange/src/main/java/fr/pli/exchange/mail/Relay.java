package fr.pli.exchange.mail;

import fr.pli.exchange.platform.WebSettings;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands one mail to the relay by SMTP (RFC 5321) and tells apart how that ended: taken, refused for good, refused for
 * now, relay away, or unknown because the connection broke between the last byte and the answer.
 */
@Component
class Relay {

    private static final String LOOPBACK = "127.0.0.1";

    private final MailSettings settings;
    private final Session session;
    private final RelayConnections connections;

    Relay(MailSettings settings, WebSettings web, RelayConnections connections) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, web));
        this.connections = connections;
    }

    Session session() {
        return session;
    }

    /** @param beforeData called when the relay has taken sender and recipient, before the first byte of the mail */
    Outcome send(OutgoingMail message, String address, Runnable beforeData) {
        WatchedTransport kept = connections.take();
        if (kept != null) {
            Outcome outcome = send(kept, message, address, beforeData);
            if (kept.phase() != WatchedTransport.Phase.SENDER) {
                return outcome;
            }
            // it would not even begin: the relay has closed this connection, or has had enough of it
        }
        var fresh = new WatchedTransport(session);
        try {
            connect(fresh);
        } catch (MessagingException away) {
            fresh.close();
            return Outcome.unreachable(said(away));
        }
        return send(fresh, message, address, beforeData);
    }

    /** The connection is kept for the next mail if this one went well, and closed otherwise. */
    private Outcome send(WatchedTransport transport, OutgoingMail message, String address, Runnable beforeData) {
        boolean well = false;
        try {
            transport.begin(beforeData);
            if (transport.supportsExtension("DSN")) {
                message.askForReports();
            }
            transport.sendMessage(message, new Address[] {new InternetAddress(address)});
            well = true;
            return Outcome.accepted(transport.getLastServerResponse());
        } catch (MessagingException failure) {
            return outcome(transport.phase(), failure);
        } finally {
            if (well) {
                connections.keep(transport);
            } else {
                transport.close();
            }
        }
    }

    /** @return what the relay says to a connection that sends nothing */
    Outcome probe() {
        try (var transport = new WatchedTransport(session)) {
            connect(transport);
            return Outcome.accepted("reachable");
        } catch (MessagingException away) {
            return Outcome.unreachable(said(away));
        }
    }

    private void connect(WatchedTransport transport) throws MessagingException {
        boolean signIn = !settings.caught() && !settings.user().isBlank();
        transport.connect(
                settings.caught() ? LOOPBACK : settings.host(),
                settings.caught() ? settings.catcherPort() : settings.port(),
                signIn ? settings.user() : null,
                signIn ? settings.password() : null);
    }

    private static Outcome outcome(WatchedTransport.Phase phase, MessagingException failure) {
        int code = code(failure);
        String said = said(failure);
        return switch (phase) {
            case SENDER -> code < 0 ? Outcome.unreachable(said) : Outcome.deferred(said);
            case RECIPIENT, CONTENT -> code >= 500 ? Outcome.refused(said) : Outcome.deferred(said);
            case ANSWER ->
                code >= 500 ? Outcome.refused(said) : code >= 400 ? Outcome.deferred(said) : Outcome.unknown(said);
        };
    }

    /** The reply's three digits, -1 when there was none. */
    private static int code(Exception failure) {
        int code = -1;
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (cause instanceof SMTPSendFailedException sending) {
                code = sending.getReturnCode();
            }
        }
        return code;
    }

    private static String said(Exception failure) {
        String said = String.valueOf(failure.getMessage());
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException || !(cause instanceof MessagingException)) {
                said = String.valueOf(cause.getMessage());
            }
        }
        return said;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static Properties properties(MailSettings settings, WebSettings web) {
        String wait = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.localhost", web.publicAddress().getHost());
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.writetimeout", wait);
        properties.put("mail.smtp.quitwait", "false");
        if (settings.caught()) {
            return properties;
        }
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        switch (settings.tls()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.ssl.trust", "*");
                properties.put("mail.smtp.ssl.checkserveridentity", "false");
            }
            case STARTTLS_REQUIRED -> properties.put("mail.smtp.starttls.required", "true");
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }
}
