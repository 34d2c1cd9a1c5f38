package fr.pli.app.catcher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.Pli;
import fr.pli.app.TestTls;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.TestClamd;
import fr.pli.exchange.testing.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = Pli.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pli.web.management-port=0", "pli.catcher.port=0", "pli.jobs.enabled=false"})
@ContextConfiguration(initializers = {TestDatabase.class, TestClamd.class, TestTls.class})
@Tag("Q-1")
class CatcherTest {

    @TempDir
    static Path home;

    static final int SMTP = freePort();

    @Autowired
    CatcherDoor door;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("pli.home", home::toString);
        registry.add("pli.mail.catcher-port", () -> SMTP);
    }

    @Test
    void aMailIsCaughtListedAndShownWithItsLinks() throws Exception {
        String title = "Invitation " + UUID.randomUUID();
        send(title, "Bonjour <b>, ouvrez https://localhost:8443/link/abc?x=1&y=2 vite", "<html><head></head><p>é</p>");

        String list = Eventually.value("the mail is listed", () -> {
            String page = get("/").body();
            return page.contains(title) ? java.util.Optional.of(page) : java.util.Optional.empty();
        });
        assertThat(list).contains("claire@exemple.fr");
        var id = Pattern.compile("/caught/([0-9a-f-]{36})").matcher(list);
        assertThat(id.find()).isTrue();

        String page = get("/caught/" + id.group(1)).body();
        assertThat(page)
                .contains("href=\"https://localhost:8443/link/abc?x=1&amp;y=2\"")
                .contains("Bonjour &lt;b&gt;, ouvrez");
        var html = get("/caught/" + id.group(1) + "/html");
        assertThat(html.body()).contains("<base target=\"_blank\">").contains("<p>é</p>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox allow-popups")
                .contains("default-src 'none'");
    }

    @Test
    void theCatchersPortServesNothingElseAndNoOtherPortServesTheCatcher() throws Exception {
        assertThat(get("/sign-in").statusCode()).isEqualTo(403);
        assertThat(get("/caught/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(raw("GET /caught HTTP/1.1\r\nHost: evil.example:" + door.port() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /caught HTTP/1.1\r\nHost: 127.0.0.1:" + door.port() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static void send(String subject, String text, String html) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(SMTP));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("pli@exemple.fr"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("claire@exemple.fr"));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8", "plain");
        var page = new MimeBodyPart();
        page.setText(html, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, page));
        Transport.send(mail);
    }

    private HttpResponse<String> get(String path) {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), door.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
