package fr.pli.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.exchange.testing.People;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files looked at in the browser without being handed over, hostile ones among them (U-10). */
@AppTest
@Tag("U-10")
class PreviewTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    Receipts receipts;

    @Autowired
    JdbcClient jdbc;

    private Person sender;
    private Person reader;
    private Visitor visitor;

    @BeforeEach
    void somebodyWithALetter() {
        sender = people.clerk();
        reader = people.partner();
        visitor = visitors.signedIn(reader);
    }

    @Test
    @Tag("R-1")
    @Tag("X-8")
    void aPdfIsShownPageByPageAsPicturesAndTextAndCountsAsPreviewedNotAsDownloaded() throws Exception {
        Message letter = letter("ordonnance.pdf", Hostile.pdf(3));
        assertThat(visitor.get("/messages/" + letter.id()).body()).contains(path(letter));

        var page = visitor.get(path(letter) + "?page=2");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Page 2 sur 3",
                        "Ordonnance, feuillet 2",
                        path(letter) + "/2",
                        "Page suivante",
                        "Page précédente")
                .doesNotContain("feuillet 1", "feuillet 3");
        var picture = picture(letter, 2);
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
        var drawn = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(drawn.getHeight()).isBetween(1400, 1500);
        assertThat(drawn.getWidth()).isBetween(1000, 1100);
        assertThat(visitor.get(path(letter) + "?page=4").statusCode()).isEqualTo(404);

        assertThat(letters.facts("file.previewed", letter)).isEqualTo(1);
        assertThat(letters.facts("message.seen", letter)).isEqualTo(1);
        assertThat(letters.facts("download.started", letter)).isZero();
        assertThat(receipts.of(letter.id())).isEmpty();
        assertThat(visitors.signedIn(sender).get("/messages/" + letter.id()).body())
                .contains("bi-eyeglasses", "Aperçu d&#39;un fichier");
        assertThat(visitors.signedIn(sender)
                        .get("/api/v1/messages/" + letter.id() + "/receipts")
                        .body())
                .contains("\"previews\":[{\"reader\":\"" + reader.id());
    }

    @Test
    void theSandboxedPageRunsNoScriptNotEvenItsOwn() throws Exception {
        Message letter = letter("acte.pdf", Hostile.pdfWithScript());
        var page = visitor.get(path(letter));
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox allow-same-origin allow-forms allow-downloads")
                .doesNotContain("script-src", "allow-scripts", "connect-src");
        assertThat(page.body()).doesNotContain("<script", "alert(");
        var picture = picture(letter, 1);
        assertThat(header(picture, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(picture, "Cache-Control")).contains("no-store");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1)).doesNotContain("alert(");
    }

    @Test
    void lookingAgainAndHeadAndPrefetchAndTheSenderAddNothing() throws Exception {
        Message letter = letter("ordonnance.pdf", Hostile.pdf(1));
        visitor.call("HEAD", path(letter), null);
        visitor.call("HEAD", path(letter) + "/1", null);
        visitor.call("GET", path(letter), Map.of("Sec-Purpose", "prefetch"), BodyPublishers.noBody());
        visitor.call("GET", path(letter) + "/1", Map.of("Sec-Purpose", "prefetch"), BodyPublishers.noBody());
        var clerk = visitors.signedIn(sender);
        assertThat(clerk.get(path(letter)).statusCode()).isEqualTo(200);
        assertThat(letters.facts("file.previewed", letter)).isZero();
        assertThat(letters.facts("message.seen", letter)).isZero();
        visitor.get(path(letter));
        visitor.get(path(letter));
        picture(letter, 1);
        assertThat(letters.facts("file.previewed", letter)).isEqualTo(1);
    }

    @Test
    @Tag("M-4")
    void whoMayNotReadGetsWhatAnUnknownIdGets() throws Exception {
        Message letter = letter("ordonnance.pdf", Hostile.pdf(1));
        Visitor stranger = visitors.signedIn(people.partner());
        String unknown = "/messages/" + Letters.unknown() + "/files/" + Letters.unknown() + "/preview";
        for (String end : List.of("", "/1")) {
            assertThat(stranger.get(path(letter) + end).statusCode()).isEqualTo(404);
            assertThat(body(stranger.get(path(letter) + end))).isEqualTo(body(stranger.get(unknown + end)));
            assertThat(stranger.call("GET", "/api/v1" + path(letter) + end, null)
                            .statusCode())
                    .isEqualTo(404);
        }
        visitors.signedIn(sender).post("/messages/" + letter.id() + "/delete", Map.of());
        assertThat(visitor.get(path(letter)).statusCode()).isEqualTo(404);
        assertThat(picture(letter, 1).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("U-5")
    void whatClamdCouldNotAnalyseIsNotShownEvenWhenItMayBeDownloaded() throws Exception {
        Message letter = letter("ordonnance.pdf", Hostile.pdf(1));
        jdbc.sql("update file set state = 'UNSCANNABLE', reason = 'ENCRYPTED' where id = ?")
                .param(letter.attachments().getFirst().file())
                .update();
        var refused = visitor.get(path(letter));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("n&#39;a pas pu être analysé");
        assertThat(picture(letter, 1).statusCode()).isEqualTo(409);
        assertThat(visitor.get("/messages/" + letter.id()).body()).doesNotContain(path(letter));
    }

    @Test
    @Tag("Q-6")
    void aPageCalledPngIsReadAsTheTextItIsAndAnSvgToo() throws Exception {
        for (byte[] hostile : List.of(Hostile.html(), Hostile.svg())) {
            Message letter = letter("photo.png", hostile);
            var page = visitor.get(path(letter));
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).contains("&lt;script&gt;app.alert(").doesNotContain("<script>");
            assertThat(picture(letter, 1).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("Q-6")
    void aPictureIsDrawnAnewSoThatNothingBehindItTravels() throws Exception {
        Message letter = letter("photo.png", Hostile.pngWithPageBehind());
        var picture = picture(letter, 1);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1)).doesNotContain("html", "alert");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(64);
    }

    @Test
    @Tag("Q-6")
    void bombsAndLoopsEndInASentenceAndTheServerGoesOn() throws Exception {
        for (byte[] hostile : List.of(Hostile.pdfBomb(), Hostile.pdfOfItself(), "%PDF-1.7 rien".getBytes())) {
            Message letter = letter("bombe.pdf", hostile);
            var page = visitor.get(path(letter));
            assertThat(page.statusCode()).isIn(200, 422);
            if (page.statusCode() == 422) {
                assertThat(page.body()).contains("ne peut pas être montré", "Télécharger");
            }
        }
        Message sound = letter("ordonnance.pdf", Hostile.pdf(1));
        assertThat(visitor.get(path(sound)).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("Q-6")
    void anImageOfFortyThousandPixelsASideIsThinnedOrRefused() throws Exception {
        Message letter = letter("plan.png", Hostile.hugePng());
        var page = visitor.get(path(letter));
        assertThat(page.statusCode()).isIn(200, 422);
        var picture = picture(letter, 1);
        if (picture.statusCode() == 200) {
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                    .isLessThanOrEqualTo(1500);
        }
    }

    @Test
    void aPhotographIsShownUpright() throws Exception {
        var picture = picture(letter("photo.jpg", Hostile.uprightPhotograph()), 1);
        var shown = ImageIO.read(new ByteArrayInputStream(picture.body()));
        assertThat(shown.getWidth()).isEqualTo(48);
        assertThat(shown.getHeight()).isEqualTo(64);
    }

    @Test
    void aPdfWithAPasswordAndATypeWithoutPreviewSaySo() throws Exception {
        assertThat(visitor.get(path(letter("secret.pdf", Hostile.lockedPdf()))).body())
                .contains("protégé par un mot de passe");
        byte[] zip = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Message archive = letter("pieces.zip", zip);
        assertThat(visitor.get("/messages/" + archive.id()).body()).doesNotContain(path(archive));
        var none = visitor.get(path(archive));
        assertThat(none.statusCode()).isEqualTo(415);
        assertThat(none.body()).contains("n&#39;a pas d&#39;aperçu");
    }

    @Test
    void aTextIsReadInItsCharsetBoundedAndWithoutWhatSteersTheEye() {
        String minutes = "Procès-verbal de constat dressé le 9 mars, l’été suivant, à la demande du tribunal. ";
        var western = letter("note.txt", minutes.repeat(3).getBytes(Charset.forName("windows-1252")));
        assertThat(visitor.get(path(western)).body()).contains("dressé le 9 mars, l’été suivant");
        var turned = letter("note.txt", "paiement \u202E9991\u202C euros\u001B[2J".getBytes(StandardCharsets.UTF_8));
        assertThat(visitor.get(path(turned)).body())
                .contains("paiement \uFFFD9991\uFFFD euros\uFFFD[2J")
                .doesNotContain("\u202E");
        var marked = letter("note.txt", ("\uFEFFété").getBytes(StandardCharsets.UTF_16LE));
        assertThat(visitor.call("GET", "/api/v1" + path(marked), null).body())
                .isEqualTo("{\"pages\":1,\"page\":1,\"text\":\"été\",\"cut\":false,\"mediaType\":null}");
        var longer = letter("journal.txt", "ligne é\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        var page = visitor.get(path(longer));
        assertThat(page.body()).contains("Le texte continue au-delà").doesNotContain("\uFFFD");
        assertThat(page.body().length()).isLessThan(130_000);
    }

    private Message letter(String name, byte[] content) {
        return letters.sent(sender, List.of(reader), Map.of(name, content));
    }

    private HttpResponse<byte[]> picture(Message letter, int page) {
        return visitor.call(
                "GET", path(letter) + "/" + page, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private static String path(Message letter) {
        return "/messages/" + letter.id() + "/files/"
                + letter.attachments().getFirst().file() + "/preview";
    }

    private static String body(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("<meta name=\"csrf\"[^>]*>", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
