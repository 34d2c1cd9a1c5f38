package fr.pli.exchange.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One real SMTP server for each test JVM, and what it received. Since it is shared, look up mails by an address that
 * only your test uses.
 */
public final class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static GreenMail server;
    private static SmtpFaults faults;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "pli.mail.host=127.0.0.1",
                        "pli.mail.port=" + faults().port(),
                        "pli.mail.timeout=5s",
                        "pli.mail.tls=NONE",
                        "pli.mail.from=pli@exemple.fr")
                .applyTo(context);
    }

    private static synchronized GreenMail server() {
        if (server == null) {
            ServerSetup smtp = ServerSetup.SMTP.dynamicPort();
            smtp.setServerStartupTimeout(20_000);
            server = new GreenMail(smtp);
            server.start();
        }
        return server;
    }

    /** What goes wrong between the product and this server, by recipient. */
    public static synchronized SmtpFaults faults() {
        if (faults == null) {
            faults = new SmtpFaults(server().getSmtp().getPort());
        }
        return faults;
    }

    /** Mails to that address, oldest first. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(server().getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    /** The newest mail to that address, waiting for it if needed. */
    public static MimeMessage newest(String address) {
        return Eventually.value(
                "a mail to " + address,
                () -> Optional.of(to(address)).filter(all -> !all.isEmpty()).map(List::getLast));
    }

    public static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The plain text of a mail. */
    public static String text(MimeMessage mail) {
        return part(mail, "text/plain");
    }

    public static String html(MimeMessage mail) {
        return part(mail, "text/html");
    }

    /** The addresses of pages in the plain text. */
    public static List<String> links(MimeMessage mail) {
        return LINK.matcher(text(mail)).results().map(MatchResult::group).toList();
    }

    /** Forgets all mails of all tests. */
    public static void purge() {
        try {
            server().purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equalsIgnoreCase(address));
        } catch (MessagingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static String part(MimeMessage mail, String type) {
        try {
            Multipart parts = (Multipart) mail.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                if (parts.getBodyPart(i).isMimeType(type)) {
                    return (String) parts.getBodyPart(i).getContent();
                }
            }
            throw new AssertionError("no " + type + " in the mail");
        } catch (MessagingException | IOException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
