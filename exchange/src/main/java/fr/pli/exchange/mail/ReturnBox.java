package fr.pli.exchange.mail;

import fr.pli.exchange.platform.Sweep;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that reports of non-delivery come to, and removes what it has read. A report is taken before it is
 * removed, so one that is read twice, after a broken connection, is taken twice and has one effect.
 */
@Component
class ReturnBox implements Sweep {

    /** So that a flooded mailbox takes its turn with other work. */
    private static final int MOST_AT_ONCE = 1000;

    private final ReturnSettings settings;
    private final MailSettings mail;
    private final Returns returns;
    private final int mostAtOnce;

    @Autowired
    ReturnBox(ReturnSettings settings, MailSettings mail, Returns returns) {
        this(settings, mail, returns, MOST_AT_ONCE);
    }

    ReturnBox(ReturnSettings settings, MailSettings mail, Returns returns, int mostAtOnce) {
        this.settings = settings;
        this.mail = mail;
        this.returns = returns;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    public String name() {
        return "mail.returns";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (settings.protocol() == ReturnSettings.Protocol.NONE) {
            return;
        }
        String protocol = settings.protocol().name().toLowerCase(Locale.ROOT);
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(
                    settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(), settings.password());
            boolean imap = protocol.startsWith("imap");
            read(store.getFolder(imap ? settings.folder() : "INBOX"));
        } catch (MessagingException away) {
            throw new IllegalStateException("the mailbox of reports cannot be read: " + away.getMessage(), away);
        }
    }

    private void read(Folder folder) throws MessagingException {
        folder.open(Folder.READ_WRITE);
        int bound = 0;
        int unknown = 0;
        try {
            int last = Math.min(folder.getMessageCount(), mostAtOnce);
            for (int number = 1; number <= last; number++) {
                Message message = folder.getMessage(number);
                Optional<Return> report = report(message);
                if (report.isPresent() && returns.take(List.of(report.get())) == 1) {
                    bound++;
                } else {
                    unknown++;
                }
                message.setFlag(Flags.Flag.DELETED, true);
            }
        } finally {
            returns.counted(bound, unknown);
            folder.close(true);
        }
    }

    /** A mail that cannot be fetched as it stands is no report; a mailbox that is gone makes the next step fail. */
    private Optional<Return> report(Message message) throws MessagingException {
        long largest = settings.largest().toBytes();
        if (message.getSize() > largest) {
            return Optional.empty();
        }
        try {
            var raw = new Bounded(largest);
            message.writeTo(raw);
            return ReturnText.read(raw.toByteArray());
        } catch (IOException | TooLarge unfit) {
            return Optional.empty();
        }
    }

    private Properties properties(String protocol) {
        String wait = Long.toString(mail.timeout().toMillis());
        var properties = new Properties();
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put("mail." + protocol + "." + limit, wait);
        }
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        return properties;
    }

    /** Memory for one mail: a server that gave a wrong size gets no further. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final long most;

        Bounded(long most) {
            this.most = most;
        }

        @Override
        public synchronized void write(int octet) {
            checked(1);
            super.write(octet);
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            checked(length);
            super.write(from, offset, length);
        }

        private void checked(int more) {
            if (size() + more > most) {
                throw new TooLarge();
            }
        }
    }

    private static final class TooLarge extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;
    }
}
