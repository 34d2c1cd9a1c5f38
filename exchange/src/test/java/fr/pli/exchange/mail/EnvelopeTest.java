package fr.pli.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.platform.WebSettings;
import fr.pli.exchange.testing.ExchangeTest;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** What the relay is told besides the mail itself, so that reports find their way back (RFC 3461). */
@ExchangeTest
@Tag("N-1")
class EnvelopeTest {

    @Autowired
    WebSettings web;

    final UUID id = UUID.randomUUID();

    @Test
    void aRelayThatKnowsReportsIsAskedForThemWithTheIdOfTheMail() throws Exception {
        List<String> said = conversation("250 DSN", returns("retours@exemple.fr", true));
        assertThat(said)
                .anyMatch(line -> line.startsWith("MAIL FROM:<retours+" + id + "@exemple.fr>")
                        && line.contains("RET=HDRS")
                        && line.contains("ENVID=" + id))
                .anyMatch(line -> line.startsWith("RCPT TO:<p@exemple.fr>") && line.contains("NOTIFY=FAILURE,DELAY"));
    }

    @Test
    void aRelayThatDoesNotKnowReportsIsAskedForNothing() throws Exception {
        assertThat(conversation("250 8BITMIME", returns("retours@exemple.fr", false)))
                .contains("MAIL FROM:<retours@exemple.fr>", "RCPT TO:<p@exemple.fr>");
        assertThat(conversation("250 8BITMIME", returns("", false))).contains("MAIL FROM:<pli@exemple.fr>");
    }

    private List<String> conversation(String extension, ReturnSettings returns) throws Exception {
        var said = new CopyOnWriteArrayList<String>();
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> answer(listening, extension, said));
            var connections = new RelayConnections();
            var relay = new Relay(settings(listening.getLocalPort()), web, connections);
            var mail = new OutgoingMail(Session.getInstance(new Properties()), mail(), returns);
            mail.setFrom("pli@exemple.fr");
            mail.setText("Bonjour.");
            mail.saveChanges();
            assertThat(relay.send(mail, "p@exemple.fr", () -> {}).state()).isEqualTo(MailFate.State.ACCEPTED);
            connections.closeAll();
            answering.join();
        }
        return said;
    }

    private static void answer(ServerSocket listening, String extension, List<String> said) {
        try (var socket = listening.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                var out = socket.getOutputStream()) {
            out.write("220 relais\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                said.add(line);
                String reply = line.startsWith("EHLO")
                        ? "250-relais\r\n" + extension
                        : line.equals("DATA") ? "354 go" : "250 OK";
                data = line.equals("DATA");
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (java.io.IOException gone) {
            said.add("gone: " + gone);
        }
    }

    private Mail mail() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        return new Mail(
                id,
                new Letter("p@exemple.fr", null, Locale.FRENCH, "test", null, Map.of()),
                "<" + id + "@localhost>",
                MailFate.State.QUEUED,
                0,
                0,
                null,
                now,
                now,
                null);
    }

    private static ReturnSettings returns(String address, boolean tagged) {
        return new ReturnSettings(
                ReturnSettings.Protocol.NONE, "", 0, "", "", "INBOX", DataSize.ofKilobytes(512), address, tagged, "");
    }

    private static MailSettings settings(int port) {
        return new MailSettings(
                "127.0.0.1",
                port,
                "",
                "",
                MailSettings.Tls.NONE,
                "pli@exemple.fr",
                8447,
                Duration.ofSeconds(5),
                Duration.ofDays(4),
                Period.ofMonths(12),
                null);
    }
}
