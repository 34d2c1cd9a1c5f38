package fr.pli.app.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DownloadHttpTest {

    private static final String NAME = "pièces/été \"n° 1\" 😀.zip";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    Receipts receipts;

    @Autowired
    Delegations delegations;

    @Autowired
    Offices offices;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    private final byte[] content = Deposits.random(300_000);
    private final byte[] small = Deposits.random(1000);
    private Person sender;
    private Person reader;
    private Message message;
    private String path;

    @BeforeEach
    void aLetter() {
        sender = people.clerk();
        reader = people.partner();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(NAME, content);
        files.put("note.txt", small);
        message = letters.sent(sender, List.of(reader), files);
        path = "/messages/" + message.id() + "/files/"
                + message.attachments().getFirst().file();
    }

    @Test
    @Tag("U-8")
    void aFileIsAnAttachmentWhateverItsNameAndNeverRendered() {
        var answer = bytes(visitors.signedIn(reader), "GET", path, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"_t_ _n_ 1_ _.zip\"; "
                        + "filename*=UTF-8''%C3%A9t%C3%A9%20%22n%C2%B0%201%22%20%F0%9F%98%80.zip");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(answer, "Cache-Control")).contains("no-store", "private");
        assertThat(header(answer, "X-Accel-Buffering")).isEqualTo("no");
        assertThat(header(answer, "ETag")).isEqualTo('"' + Letters.sha256(content) + '"');
        missing(message, 1);
    }

    @Test
    @Tag("U-8")
    @Tag("U-11")
    void headAndConditionsAndPrefetchHaveNoEffect() {
        Visitor visitor = visitors.signedIn(reader);
        var head = bytes(visitor, "HEAD", path, Map.of());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("300000");
        String tag = header(head, "ETag");
        assertThat(bytes(visitor, "GET", path, Map.of("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        assertThat(bytes(visitor, "GET", path, Map.of("If-Match", "\"other\"")).statusCode())
                .isEqualTo(412);
        assertThat(bytes(visitor, "GET", path, Map.of("Sec-Purpose", "prefetch;prerender"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(bytes(visitor, "GET", path, Map.of("Range", "bytes=300000-")).statusCode())
                .isEqualTo(416);
        bytes(visitor, "HEAD", "/messages/" + message.id(), Map.of());
        bytes(visitor, "GET", "/messages/" + message.id(), Map.of("Purpose", "prefetch"));
        assertThat(receipts.of(message.id())).isEmpty();
        assertThat(letters.facts("message.seen", message)).isZero();
    }

    @Test
    @Tag("U-8")
    @Tag("U-11")
    void aDownloadCutAtSixtyPercentIsResumedByRangeAndIfRange() {
        Visitor visitor = visitors.signedIn(reader);
        var first = bytes(visitor, "GET", path, Map.of("Range", "bytes=0-179999"));
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(header(first, "Content-Range")).isEqualTo("bytes 0-179999/300000");
        sixtyPercent();
        var stale = bytes(visitor, "GET", path, Map.of("Range", "bytes=180000-", "If-Range", "\"stale\""));
        assertThat(stale.statusCode()).isEqualTo(200);

        Message other = letters.sent(sender, List.of(reader), Map.of("x.bin", content));
        String its = "/api/v1/messages/" + other.id() + "/files/"
                + other.attachments().getFirst().file() + "/content";
        String tag = header(bytes(visitor, "GET", its, Map.of("Range", "bytes=0-179999")), "ETag");
        var rest = bytes(visitor, "GET", its, Map.of("Range", "bytes=180000-", "If-Range", tag));
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, 180000, 300000));
        missing(other, 0);
        letters.awaitDownloads(other, 1);
    }

    @Test
    @Tag("U-9")
    void theZipHasItsLengthAndItsRangesAndTheSameBytesAgain() throws IOException {
        Visitor visitor = visitors.signedIn(reader);
        String zip = "/messages/" + message.id() + "/zip";
        var head = bytes(visitor, "HEAD", zip, Map.of());
        var whole = bytes(visitor, "GET", zip, Map.of());
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(whole.body().length));
        assertThat(header(head, "ETag")).isEqualTo(header(whole, "ETag"));
        var part = bytes(visitor, "GET", zip, Map.of("Range", "bytes=1000-250000"));
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1000, 250001));
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(whole.body()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                in.readAllBytes();
            }
        }
        assertThat(names).containsExactly("EMPREINTES.txt", NAME, "note.txt");
        missing(message, 0);

        String chosen = zip + "?files=" + message.attachments().getLast().file();
        assertThat(bytes(visitor, "GET", chosen, Map.of()).body().length).isLessThan(3000);
        assertThat(bytes(visitor, "GET", zip + "?files=" + UUID.randomUUID(), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("U-11")
    void aForeignMessageAnswersLikeAnUnknownOneOnEveryRoute() {
        Visitor stranger = visitors.signedIn(people.partner());
        UUID unknown = Letters.unknown();
        for (String route :
                List.of("", "/zip", "/files/" + message.attachments().getFirst().file(), "/delete")) {
            var foreign = stranger.get("/messages/" + message.id() + route);
            var absent = stranger.get("/messages/" + unknown + route);
            assertThat(foreign.statusCode()).as(route).isEqualTo(404);
            assertThat(absent.statusCode()).as(route).isEqualTo(404);
            assertThat(withoutToken(foreign.body())).isEqualTo(withoutToken(absent.body()));
        }
        for (String route : List.of("/files", "/receipts", "/zip")) {
            var foreign = stranger.call("GET", "/api/v1/messages/" + message.id() + route, null);
            var absent = stranger.call("GET", "/api/v1/messages/" + unknown + route, null);
            assertThat(foreign.statusCode()).as(route).isEqualTo(404);
            assertThat(foreign.body().replace(message.id().toString(), ""))
                    .isEqualTo(absent.body().replace(unknown.toString(), ""));
        }
        assertThat(visitors.anybody().get(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    @Tag("X-7")
    @Tag("X-8")
    void theRecipientOpensTheMessageAndTheSenderSeesWhoHadWhat() {
        var page = visitors.signedIn(reader).get("/messages/" + message.id());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Pièces du dossier",
                        "Télécharger tous les fichiers",
                        "Vérifier ce fichier",
                        "note.txt",
                        sender.name());
        assertThat(letters.facts("message.seen", message)).isEqualTo(1);
        bytes(visitors.signedIn(reader), "GET", path, Map.of("Range", "bytes=0-179999"));
        sixtyPercent();

        Visitor clerk = visitors.signedIn(sender);
        var sent = clerk.get("/messages/" + message.id());
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("Qui a reçu quoi", reader.name(), "60 %", "vu", message.reference());
        var api = clerk.call("GET", "/api/v1/messages/" + message.id() + "/receipts", null);
        assertThat(api.body()).contains("\"percent\":60", reader.id().toString(), "\"seenAt\"");
    }

    @Test
    @Tag("X-8")
    void deletingAsksByNameAndTakesTheMessageAwayAtOnce() {
        Visitor clerk = visitors.signedIn(sender);
        var question = clerk.get("/messages/" + message.id() + "/delete");
        assertThat(question.body()).contains("Supprimer le message « Pièces du dossier »");
        var done = clerk.post("/messages/" + message.id() + "/delete", Map.of());
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(visitors.signedIn(reader).get(path).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/messages/" + message.id()).body()).contains("Vous avez supprimé ce message");
    }

    @Test
    @Tag("U-11")
    void somebodySuspendedDuringADownloadGetsAShortAnswerWithinFiveSeconds() throws Exception {
        Message large = letters.sent(sender, List.of(reader), Map.of("grand.bin", Deposits.random(48_000_000)));
        cutWithinFiveSeconds(visitors.signedIn(reader), "", large, () -> people.suspend(reader));
    }

    @Test
    @Tag("U-11")
    @Tag("A-12")
    void aDelegationRevokedDuringADownloadCutsItWithinFiveSeconds() throws Exception {
        Person giver = people.now(people.clerk());
        Person holder = people.clerk();
        LocalDate today = LocalDate.ofInstant(clock.instant(), giver.zone());
        UUID delegation = delegations.give(giver, holder.email(), false, null, today.plusDays(5));
        Message large = letters.sent(sender, List.of(giver), Map.of("grand.bin", Deposits.random(48_000_000)));
        cutWithinFiveSeconds(
                visitors.signedIn(holder), "/for/" + giver.id(), large, () -> delegations.end(giver, delegation));
    }

    @Test
    @Tag("U-11")
    @Tag("A-13")
    void whoLeavesAnOfficeDuringADownloadGetsNoMoreWithinFiveSeconds() throws Exception {
        Person administrator = people.now(people.administrator());
        Person member = people.clerk();
        String address = "coupe-" + UUID.randomUUID() + "@bureau.exemple.fr";
        UUID office = offices.create(administrator, "Greffe", address, member.organisation());
        offices.join(administrator, office, member.email());
        Message large = letters.sent(
                sender,
                List.of(directory.find(office).orElseThrow()),
                Map.of("grand.bin", Deposits.random(48_000_000)));
        cutWithinFiveSeconds(
                visitors.signedIn(member), "", large, () -> offices.leave(administrator, office, member.id()));
    }

    /** One file and the zip are on their way over a slow connection while the right is lost. */
    private void cutWithinFiveSeconds(Visitor visitor, String prefix, Message large, Runnable loss) throws Exception {
        String its = prefix + "/messages/" + large.id();
        var file =
                open(visitor, its + "/files/" + large.attachments().getFirst().file());
        var zip = open(visitor, its + "/zip");
        try (InputStream first = file.body();
                InputStream second = zip.body()) {
            assertThat(first.readNBytes(100_000)).hasSize(100_000);
            assertThat(second.readNBytes(100_000)).hasSize(100_000);
            loss.run();
            Eventually.until("the answer is cut", Duration.ofSeconds(5), () -> cut(first));
            Eventually.until("the zip is cut", Duration.ofSeconds(2), () -> cut(second));
        }
        assertThat(letters.facts("download.completed", large)).isZero();
        assertThat(open(visitor, its + "/zip").statusCode()).isNotEqualTo(200);
    }

    private static HttpResponse<InputStream> open(Visitor visitor, String path) {
        return visitor.call("GET", path, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofInputStream());
    }

    /** Reads a little, as a slow connection does. */
    private static boolean cut(InputStream in) {
        try {
            assertThat(in.readNBytes(64 * 1024))
                    .as("the answer never ends as a whole one")
                    .isNotEmpty();
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Test
    @Tag("N-2")
    void preferencesAreSixBoxesTickedAtFirst() {
        Visitor visitor = visitors.signedIn(reader);
        var page = visitor.get("/account/preferences").body();
        assertThat(page.split("checked=\"checked\"", -1)).hasSize(7);
        assertThat(page)
                .contains(
                        "Quand un message est sur le point d&#39;expirer (premier avertissement)",
                        "Quand un message est sur le point d&#39;expirer (second avertissement)",
                        "Quand un destinataire télécharge un fichier",
                        "Quand un message est vu",
                        "Quand je reçois un nouveau message",
                        "Quand un message est supprimé");
        assertThat(visitor.post("/account/preferences", Map.of("wanted", "DELETED"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.call("GET", "/api/v1/me/preferences", null).body()).isEqualTo("{\"wanted\":[\"DELETED\"]}");
    }

    /** The receipt is written after the last byte was handed over, so a reader may be faster. */
    private void missing(Message of, int files) {
        Eventually.until(
                files + " files are missing",
                () -> receipts.missing(of.id(), reader.id()).size() == files);
    }

    private void sixtyPercent() {
        Eventually.until(
                "60 % were handed over",
                () -> receipts.of(message.id()).getFirst().percent() == 60);
    }

    private static String withoutToken(String page) {
        return page.replaceAll("<meta name=\"csrf\"[^>]*>", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static HttpResponse<byte[]> bytes(
            Visitor visitor, String method, String path, Map<String, String> headers) {
        return visitor.call(method, path, headers, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
