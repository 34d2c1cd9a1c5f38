package fr.pli.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.Visitor;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@StoreAppTest
class S3TrialsTest extends StoreTrials {

    private static final int MIB = 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void storeIsBack() {
        S3Server.shared();
    }

    @Test
    @Tag("U-12")
    @Tag("U-11")
    @Tag("O-4")
    void theStoreStoppedInTheMiddleIsSaidRefusedWithoutLossAndHealsWithinAMinute() throws Exception {
        Person administrator = people.administrator();
        Person partner = people.partner();
        Visitor clerk = visitors.signedIn(people.clerk());
        byte[] bytes = random(12 * MIB);
        String sent = id(clerk.call("POST", "/api/v1/drafts", null).body());
        String whole = create(clerk, sent, bytes.length);
        patch(clerk, whole, 0, bytes);
        send(clerk, sent, partner);
        String draft = id(clerk.call("POST", "/api/v1/drafts", null).body());
        String path = create(clerk, draft, bytes.length);
        patch(clerk, path, 0, Arrays.copyOf(bytes, 5 * MIB));
        UUID file = UUID.fromString(whole.substring(whole.lastIndexOf('/') + 1));
        String content = "/api/v1/messages/" + sent + "/files/" + file + "/content";
        Visitor reader = visitors.signedIn(partner);
        var begun = reader.call("GET", content, Map.of(), BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        try (InputStream in = begun.body()) {
            assertThat(in.readNBytes(1000)).isEqualTo(Arrays.copyOf(bytes, 1000));

            S3Server.shared().stop();
            jobs.sweep("attachment.store");

            // what lay between is still handed over, then the answer breaks off: never as a whole one
            Eventually.until("the download breaks", Duration.ofSeconds(30), () -> broken(in));
        }
        assertThat(facts("download.completed", file)).isZero();

        var refused = patch(clerk, path, 5 * MIB, Arrays.copyOfRange(bytes, 5 * MIB, 5 * MIB + 1000));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("store.away").contains("momentanément indisponible");
        assertThat(offset(clerk, path)).isEqualTo(5 * MIB);
        clock.advance(Duration.ofSeconds(11));
        assertThat(visitors.signedIn(administrator).get("/admin/state").body())
                .contains("Le stockage des fichiers est inaccessible depuis le")
                .contains(S3Server.BUCKET + "/use-");
        assertThat(health("readiness").statusCode()).isEqualTo(200);
        assertThat(health("").statusCode()).isEqualTo(503);

        S3Server.shared();
        jobs.sweep("attachment.store");
        Eventually.until(
                "the upload goes on",
                () -> patch(clerk, path, 5 * MIB, Arrays.copyOfRange(bytes, 5 * MIB, bytes.length))
                                .statusCode()
                        == 204);
        assertThat(bytes(reader, content, Map.of()).body()).isEqualTo(bytes);
        Eventually.until("the receipt is there", () -> facts("download.completed", file) == 1);
        send(clerk, draft, partner);
        UUID second = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(bytes(reader, "/api/v1/messages/" + draft + "/files/" + second + "/content", Map.of())
                        .body())
                .isEqualTo(bytes);
        clock.advance(Duration.ofSeconds(11));
        assertThat(visitors.signedIn(administrator).get("/admin/state").body())
                .doesNotContain("Le stockage des fichiers est inaccessible");
    }

    /** The store is killed while one PATCH is on its way, and starts again: nobody but the client's retry does anything. */
    @Test
    @Tag("U-12")
    @Tag("U-2")
    void aStoreKilledWhileBytesArriveLosesNoneThatWasAcknowledged() throws Exception {
        Person partner = people.partner();
        Visitor clerk = visitors.signedIn(people.clerk());
        byte[] bytes = random(24 * MIB);
        String draft = id(clerk.call("POST", "/api/v1/drafts", null).body());
        String path = create(clerk, draft, bytes.length);
        patch(clerk, path, 0, Arrays.copyOf(bytes, 3 * MIB));
        assertThat(offset(clerk, path)).isEqualTo(3 * MIB);

        assertThat(killedOnTheWay(clerk, path, bytes)).isGreaterThanOrEqualTo(500);
        long acknowledged = offset(clerk, path);
        assertThat(acknowledged).isBetween(3L * MIB, (long) bytes.length - 1);
        UUID file = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        S3Server.shared();
        assertThat(objects(file)).allSatisfy(name -> assertThat(there(name)).isTrue());

        Eventually.until("the upload goes on from where it was acknowledged", () -> {
            long from = offset(clerk, path);
            assertThat(from).isGreaterThanOrEqualTo(acknowledged);
            return patch(clerk, path, from, Arrays.copyOfRange(bytes, (int) from, bytes.length))
                            .statusCode()
                    == 204;
        });
        send(clerk, draft, partner);
        assertThat(bytes(
                                visitors.signedIn(partner),
                                "/api/v1/messages/" + draft + "/files/" + file + "/content",
                                Map.of())
                        .body())
                .isEqualTo(bytes);
    }

    /** @return the status of the answer, 599 where there was none */
    private static int killedOnTheWay(Visitor clerk, String path, byte[] bytes) {
        int from = 3 * MIB;
        S3Server store = S3Server.shared();
        var body = new ByteArrayInputStream(bytes, from, bytes.length - from) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                if (pos >= from + 12 * MIB) {
                    store.stop();
                }
                return super.read(into, offset, length);
            }
        };
        try {
            return clerk.call(
                            "PATCH",
                            path,
                            Map.of(
                                    "Tus-Resumable",
                                    "1.0.0",
                                    "Upload-Offset",
                                    Integer.toString(from),
                                    "Content-Type",
                                    "application/offset+octet-stream"),
                            BodyPublishers.ofInputStream(() -> body))
                    .statusCode();
        } catch (RuntimeException cut) {
            return 599;
        }
    }

    @Test
    @Tag("U-12")
    @Tag("U-6")
    void aFileWhoseStoreIsAwayWaitsForItsAnalysisAndIsNotCalledBroken() throws Exception {
        Person partner = people.partner();
        Visitor clerk = visitors.signedIn(people.clerk());
        String draft = id(clerk.call("POST", "/api/v1/drafts", null).body());
        String path = create(clerk, draft, 1000);
        patch(clerk, path, 0, random(1000));
        S3Server.shared().stop();

        send(clerk, draft, partner);

        UUID file = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(state(file)).isEqualTo("WAITING");
        S3Server.shared();
        clock.advance(Duration.ofSeconds(46));
        jobs.run();
        assertThat(state(file)).isEqualTo("CLEAN");
        assertThat(facts("file.broken", file)).isZero();
    }

    private String state(UUID file) {
        return jdbc.sql("select state from file where id = :file")
                .param("file", file)
                .query(String.class)
                .single();
    }

    private static boolean broken(InputStream in) {
        try {
            return in.readNBytes(64 * 1024).length == 0 && fail();
        } catch (IOException cut) {
            return true;
        }
    }

    private static boolean fail() {
        throw new AssertionError("a download that lacks bytes ended like a whole one");
    }

    private HttpResponse<String> health(String group) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(visitors.management().resolve("/actuator/health/" + group))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String object) {
        return URI.create(storage.place() + object.substring(0, 6) + "/" + object);
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    void plant(String object, byte[] bytes) throws IOException {
        var answer = exchange(HttpRequest.newBuilder(uri(object)).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Override
    void remove(String object) throws IOException {
        exchange(HttpRequest.newBuilder(uri(object)).DELETE());
    }

    @Override
    boolean there(String object) throws IOException {
        return exchange(HttpRequest.newBuilder(uri(object)).GET()).statusCode() == 200;
    }

    @Override
    byte[] raw(String object) throws IOException {
        return exchange(HttpRequest.newBuilder(uri(object)).GET()).body();
    }
}
