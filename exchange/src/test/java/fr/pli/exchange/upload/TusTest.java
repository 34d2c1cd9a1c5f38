package fr.pli.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.TestDatabase;
import fr.plitest.uploads.UploadServer;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("U-1")
class TusTest {

    private static ServletWebServerApplicationContext server;
    private static int port;
    private static UUID person;
    private static Sender sender;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh());
        settings.put("server.port", "0");
        settings.put("pli.upload.max-length", "1000000");
        server = (ServletWebServerApplicationContext) UploadServer.start(settings);
        port = server.getWebServer().getPort();
        person = People.any(server.getBean(JdbcClient.class));
        sender = new Sender(port, person);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    @Test
    void theServerTellsWhatItCanDo() throws Exception {
        var answer = sender.send(sender.to("/api/v1/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(answer.headers().firstValue("Tus-Max-Size")).contains("1000000");
        assertThat(answer.headers().firstValue("Tus-Checksum-Algorithm").orElseThrow())
                .contains("sha1", "sha256");
        assertThat(answer.headers().firstValue("Tus-Extension").orElseThrow())
                .contains("creation", "creation-with-upload", "expiration", "termination", "checksum")
                .doesNotContain("concatenation", "defer");
    }

    @Test
    void aFileSentInPiecesReadsAsItWasSent() throws Exception {
        byte[] bytes = random(300_000);
        String path = sender.create(bytes.length);

        var first = sender.patch(path, 0, Arrays.copyOfRange(bytes, 0, 100_001));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("100001");
        assertThat(first.headers().firstValue("Upload-Expires")).isPresent();
        var head = sender.head(path);
        assertThat(head.headers().firstValue("Upload-Offset")).contains("100001");
        assertThat(head.headers().firstValue("Upload-Length")).contains("300000");
        assertThat(head.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(head.headers().firstValue("Upload-Metadata").orElseThrow()).contains("filename");

        var last = sender.patch(path, 100_001, Arrays.copyOfRange(bytes, 100_001, bytes.length));
        assertThat(last.headers().firstValue("Upload-Offset")).contains("300000");
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    @Test
    void theFirstBytesMayComeWithTheCreation() throws Exception {
        byte[] bytes = random(70_000);
        var answer = sender.send(sender.to("/api/v1/uploads")
                .header("Upload-Length", "70000")
                .header("Upload-Metadata", Sender.metadata("a.bin"))
                .header("Content-Type", Sender.BYTES)
                .POST(BodyPublishers.ofByteArray(bytes)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Upload-Offset")).contains("70000");
        assertThat(sender.content(answer.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(bytes);
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws Exception {
        String path = sender.create(10);
        var answer = sender.send(
                sender.to(path).setHeader("Tus-Resumable", "0.2.2").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
    }

    @Test
    @Tag("X-3")
    void aFileOverTheLimitByOneByteAndAnEmptyOneAreRefusedBeforeAnyByte() throws Exception {
        assertThat(sender.announce(1_000_000, Sender.metadata("a")).statusCode())
                .isEqualTo(201);
        assertRefused(sender.announce(1_000_001, Sender.metadata("a")), 413, "upload.too-large");
        assertRefused(sender.announce(0, Sender.metadata("a")), 400, "upload.empty");
    }

    @Test
    void whatIsNotOfferedIsRefused() throws Exception {
        assertRefused(
                sender.send(sender.to("/api/v1/uploads")
                        .header("Upload-Defer-Length", "1")
                        .POST(BodyPublishers.noBody())),
                400,
                "upload.length-deferred");
        assertRefused(
                sender.send(sender.to("/api/v1/uploads")
                        .header("Upload-Concat", "partial")
                        .header("Upload-Length", "10")
                        .POST(BodyPublishers.noBody())),
                400,
                "upload.concatenation");
        assertRefused(sender.announce(10, "filename !!!"), 400, "upload.metadata-malformed");
        assertRefused(sender.announce(10, "filename YQ=="), 400, "upload.container-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-7000-8000-000000000000",
                "..%2f..%2fetc%2fpasswd",
                "1-1-1-1-1",
                "x",
                "%00",
            })
    @Tag("Q-6")
    void anUnknownAMalformedAndAForeignIdGetTheSameAnswer(String id) throws Exception {
        UUID somebodyElse = People.any(server.getBean(JdbcClient.class));
        String foreign = new Sender(port, somebodyElse).create(10);

        for (String verb : new String[] {"PATCH", "DELETE"}) {
            var unknown = answer(verb, "/api/v1/uploads/" + id);
            var other = answer(verb, foreign);
            assertThat(other.statusCode()).isEqualTo(404);
            if (!id.contains("%")) {
                assertThat(unknown.statusCode()).isEqualTo(404);
                assertThat(unknown.body()).isEqualTo(other.body());
            } else {
                assertThat(unknown.statusCode()).isBetween(400, 404);
            }
        }
        assertThat(sender.head(foreign).statusCode()).isEqualTo(404);
        assertThat(new Sender(port, somebodyElse).offset(foreign)).isZero();
    }

    private static HttpResponse<byte[]> answer(String verb, String path) throws Exception {
        return sender.send(sender.to(path)
                .header("Content-Type", Sender.BYTES)
                .header("Upload-Offset", "0")
                .method(verb, BodyPublishers.ofByteArray(new byte[] {1})));
    }

    @Test
    @Tag("U-2")
    void aWrongOffsetIsRefusedAndChangesNothing() throws Exception {
        String path = sender.create(1000);
        sender.patch(path, 0, random(100));

        assertRefused(sender.patch(path, 0, random(100)), 409, "upload.offset-differs");
        assertRefused(sender.patch(path, 101, random(100)), 409, "upload.offset-differs");
        assertThat(sender.offset(path)).isEqualTo(100);
    }

    @Test
    void moreThanWasAnnouncedIsRefused() throws Exception {
        String path = sender.create(100);

        assertRefused(sender.patch(path, 0, random(101)), 413, "upload.too-long");
        var chunked = sender.send(sender.to(path)
                .header("Content-Type", Sender.BYTES)
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(random(101)))));
        assertRefused(chunked, 413, "upload.too-long");
        assertThat(sender.offset(path)).isZero();
    }

    @Test
    void bytesThatDoNotMatchTheirChecksumAreDropped() throws Exception {
        byte[] bytes = random(200_000);
        String path = sender.create(bytes.length);
        String wrong = "sha1 " + Base64.getEncoder().encodeToString(new byte[20]);

        assertRefused(sender.patch(path, 0, bytes, "Upload-Checksum", wrong), 460, "upload.checksum-differs");
        assertThat(sender.offset(path)).isZero();
        assertRefused(sender.patch(path, 0, bytes, "Upload-Checksum", "crc99 AAAA"), 400, "upload.checksum-malformed");

        for (String[] algorithm : new String[][] {{"sha1", "SHA-1"}, {"sha256", "SHA-256"}}) {
            String fresh = sender.create(bytes.length);
            String right = algorithm[0] + " "
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance(algorithm[1]).digest(bytes));
            assertThat(sender.patch(fresh, 0, bytes, "Upload-Checksum", right).statusCode())
                    .isEqualTo(204);
            assertThat(sender.content(fresh)).isEqualTo(bytes);
        }
    }

    @Test
    @Tag("U-2")
    void aBrokenConnectionLeavesExactlyWhatHadCome() throws Exception {
        byte[] bytes = random(900_000);
        String path = sender.create(bytes.length);

        try (Socket socket = sender.begin(path, 0, bytes.length, Arrays.copyOf(bytes, 300_123))) {
            socket.shutdownOutput();
            // what the server makes of the end of the connection
            socket.getInputStream().readAllBytes();
        }

        Eventually.until("the bytes that came are recorded", () -> recorded(path) == 300_123);
        assertThat(sender.offset(path)).isEqualTo(300_123);
        sender.patch(path, 300_123, Arrays.copyOfRange(bytes, 300_123, bytes.length));
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    /** Looks without taking the upload over. */
    private static long recorded(String path) {
        return server.getBean(JdbcClient.class)
                .sql("select received from file where id = :id")
                .param("id", UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single();
    }

    @Test
    @Tag("U-2")
    void aClientTakesOverFromItsOwnDeadConnectionAtOnce() throws Exception {
        byte[] bytes = random(900_000);
        String path = sender.create(bytes.length);
        try (Socket dead = sender.begin(path, 0, bytes.length, random(400_000))) {
            long offset = sender.offset(path);
            assertThat(offset).isZero();

            assertThat(sender.patch(path, 0, bytes).statusCode()).isEqualTo(204);

            // the dead one wakes up with other bytes for the same range
            dead.getOutputStream().write(random(500_000));
            String answer = new String(dead.getInputStream().readNBytes(12));
            assertThat(answer).isIn("HTTP/1.1 423", "HTTP/1.1 409");
        }
        assertThat(sender.content(path)).isEqualTo(bytes);
    }

    @Test
    @Tag("U-2")
    void twoRequestsRacingForOneRangeLeaveOneContent() throws Exception {
        for (int round = 0; round < 10; round++) {
            byte[] one = random(200_000);
            byte[] two = random(200_000);
            String path = sender.create(200_000);
            var first = Thread.ofVirtual().unstarted(() -> patchQuietly(path, one));
            var second = Thread.ofVirtual().unstarted(() -> patchQuietly(path, two));
            first.start();
            second.start();
            first.join();
            second.join();

            byte[] stored = sender.content(path);
            assertThat(Arrays.equals(stored, one) || Arrays.equals(stored, two)).isTrue();
        }
    }

    private static void patchQuietly(String path, byte[] bytes) {
        try {
            sender.patch(path, 0, bytes);
        } catch (IOException refusedWhileSending) {
            // the loser may be cut off before it has read the answer
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTerminatedUploadIsGone() throws Exception {
        String path = sender.create(100);
        sender.patch(path, 0, random(50));

        assertThat(sender.send(sender.to(path).DELETE()).statusCode()).isEqualTo(204);

        assertThat(sender.head(path).statusCode()).isEqualTo(404);
        assertThat(sender.patch(path, 50, random(50)).statusCode()).isEqualTo(404);
        assertThat(sender.send(sender.to(path).DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPatchOfAnotherContentTypeIsRefused() throws Exception {
        String path = sender.create(10);
        var answer = sender.send(sender.to(path)
                .header("Content-Type", "text/plain")
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofString("0123456789")));
        assertRefused(answer, 415, "upload.content-type");
    }

    @Test
    void aRealClientThatKnowsNoPatchUploadsInChunks() throws Exception {
        byte[] bytes = random(800_000);
        var client = new TusClient();
        client.setUploadCreationURL(
                URI.create("http://localhost:" + port + "/api/v1/uploads").toURL());
        client.setHeaders(Map.of("X-Person", person.toString()));
        var upload = new TusUpload();
        upload.setSize(bytes.length);
        upload.setInputStream(new ByteArrayInputStream(bytes));
        upload.setMetadata(
                Map.of("filename", "a.bin", "container", UUID.randomUUID().toString()));

        TusUploader uploader = client.createUpload(upload);
        uploader.setChunkSize(50_000);
        uploader.setRequestPayloadSize(200_000);
        while (uploader.uploadChunk() > -1) {
            assertThat(uploader.getOffset()).isLessThanOrEqualTo(bytes.length);
        }
        uploader.finish();

        assertThat(sender.content(uploader.getUploadURL().getPath())).isEqualTo(bytes);
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body())).isEqualTo(code);
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
    }
}
