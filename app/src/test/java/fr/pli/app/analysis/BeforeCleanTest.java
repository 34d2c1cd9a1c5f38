package fr.pli.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Clamd;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No byte reaches a recipient before clamd called it clean, on any route, whatever clamd does (DESIGN section 5). */
@AppTest
class BeforeCleanTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String LETTER = "Une lettre que personne ne lit avant l'heure.";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @AfterEach
    void clamdIsBack() {
        Clamd.shared().start();
        clock.reset();
    }

    @Test
    @Tag("U-5")
    @Tag("U-6")
    @Tag("X-11")
    void nothingIsReadableWhileClamdIsKilledAndEverythingOnceItIsBack() throws Exception {
        Person partner = people.partner();
        Clamd.shared().stop();
        watch();
        Sent sent = sent(partner, LETTER);

        List<Integer> seen = polling(partner, sent, jobs::runTasks);

        assertThat(seen).isNotEmpty().containsOnly(404);
        Clamd.shared().start();
        clock.advance(Duration.ofMinutes(1));
        watch();
        jobs.runTasks();
        assertThat(visitors.signedIn(partner).get(sent.content()).body()).isEqualTo(LETTER);
    }

    @Test
    @Tag("U-5")
    void aVirusIsNeverReadable() throws Exception {
        Person partner = people.partner();
        Sent sent = sent(partner, Clamd.EICAR);

        List<Integer> seen = polling(partner, sent, jobs::runTasks);

        assertThat(seen).containsOnly(404);
        assertThat(sent.clerk().get("/api/v1/drafts/" + sent.message()).body()).contains("INFECTED");
    }

    private void watch() {
        jobs.sweep("attachment.scanner");
        jobs.sweep("attachment.analysis");
    }

    /** What the recipient is answered while the work goes on, by every route that hands over bytes. */
    private List<Integer> polling(Person partner, Sent sent, Runnable work) throws InterruptedException {
        Visitor reader = visitors.signedIn(partner);
        var answers = new CopyOnWriteArrayList<Integer>();
        var begun = new CountDownLatch(1);
        var over = new AtomicBoolean();
        Thread poller = Thread.ofVirtual().start(() -> {
            do {
                answers.add(reader.get(sent.content()).statusCode());
                answers.add(reader.get("/messages/" + sent.message() + "/files/" + sent.file())
                        .statusCode());
                answers.add(reader.get("/messages/" + sent.message() + "/zip").statusCode());
                begun.countDown();
            } while (!over.get());
        });
        begun.await();
        work.run();
        over.set(true);
        poller.join();
        return answers;
    }

    private Sent sent(Person partner, String text) {
        Visitor clerk = visitors.signedIn(people.clerk());
        String draft = id(clerk.call("POST", "/api/v1/drafts", null).body());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var upload = clerk.call(
                "POST",
                "/api/v1/uploads",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(bytes.length),
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Metadata",
                        "filename " + base64("lettre.txt") + ",container " + base64(draft)),
                BodyPublishers.ofByteArray(bytes));
        assertThat(upload.statusCode()).isEqualTo(201);
        String path = Visitor.location(upload);
        var words = "{\"recipients\":[\"%s\"],\"subject\":\"Lettre\",\"comment\":\"\",\"days\":5}";
        assertThat(clerk.call("PUT", "/api/v1/drafts/" + draft, words.formatted(partner.email()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(clerk.call("POST", "/api/v1/drafts/" + draft + "/send", null).statusCode())
                .isEqualTo(200);
        return new Sent(clerk, draft, path.substring(path.lastIndexOf('/') + 1));
    }

    private static String id(String body) {
        Matcher found = ID.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Sent(Visitor clerk, String message, String file) {

        String content() {
            return "/api/v1/messages/" + message + "/files/" + file + "/content";
        }
    }
}
