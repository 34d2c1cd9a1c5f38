package fr.pli.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uploads through the product's own doors. */
@AppTest
@Tag("U-1")
class UploadApiTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    private Visitor clerk;
    private String draft;

    @BeforeEach
    void signIn() {
        clerk = visitors.signedIn(people.clerk());
        Matcher created = ID.matcher(clerk.call("POST", "/api/v1/drafts", null).body());
        assertThat(created.find()).isTrue();
        draft = created.group(1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> announce(Visitor visitor, String name, long length) {
        return visitor.call(
                "POST",
                "/api/v1/uploads",
                headers(
                        "Upload-Length",
                        Long.toString(length),
                        "Upload-Metadata",
                        "filename " + base64(name) + ",container " + base64(draft)),
                BodyPublishers.noBody());
    }

    private static Map<String, String> headers(String... pairs) {
        Map<String, String> headers = new HashMap<>(Map.of("Tus-Resumable", "1.0.0"));
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    private static HttpResponse<String> patch(Visitor visitor, String path, long offset, byte[] bytes) {
        return visitor.call(
                "PATCH",
                path,
                headers("Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream"),
                BodyPublishers.ofByteArray(bytes));
    }

    @Test
    @Tag("U-2")
    void aSignedInPersonUploadsAndResumesIntoADraft() {
        byte[] bytes = new byte[300_000];
        new Random().nextBytes(bytes);
        String path = Visitor.location(announce(clerk, "pièce.bin", bytes.length));

        assertThat(patch(clerk, path, 0, java.util.Arrays.copyOf(bytes, 100_000))
                        .statusCode())
                .isEqualTo(204);
        var head = clerk.call("HEAD", path, headers(), BodyPublishers.noBody());
        assertThat(head.headers().firstValue("Upload-Offset")).contains("100000");
        assertThat(patch(clerk, path, 100_000, java.util.Arrays.copyOfRange(bytes, 100_000, bytes.length))
                        .headers()
                        .firstValue("Upload-Offset"))
                .contains("300000");
    }

    @Test
    @Tag("X-3")
    void aRefusalIsASentenceAndNamesTheProtocol() {
        var tooLarge = announce(clerk, "film.mp4", 2_000_000_001L);

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(tooLarge.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(tooLarge.body()).contains("film.mp4", "upload.too-large");
        assertThat(announce(clerk, "vide.txt", 0).body()).contains("vide.txt");
    }

    @Test
    @Tag("Q-6")
    void somebodyElsesUploadIsAnsweredLikeAnUnknownOne() {
        String path = Visitor.location(announce(clerk, "a.bin", 10));
        Visitor partner = visitors.signedIn(people.partner());

        var foreign = patch(partner, path, 0, new byte[10]);
        var unknown = patch(partner, "/api/v1/uploads/" + UUID.randomUUID(), 0, new byte[10]);
        var malformed = patch(partner, "/api/v1/uploads/x", 0, new byte[10]);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(words(unknown)).isEqualTo(words(foreign));
        assertThat(words(malformed)).isEqualTo(words(foreign));
        assertThat(partner.call("DELETE", path, headers(), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(announce(partner, "b.bin", 10).statusCode()).isEqualTo(404);
    }

    /** The answer without the path that was asked. */
    private static String words(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void nobodyUploadsWithoutSigningIn() {
        var answer = visitors.withToken("pli_unknown")
                .call("POST", "/api/v1/uploads", headers("Upload-Length", "10"), BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
