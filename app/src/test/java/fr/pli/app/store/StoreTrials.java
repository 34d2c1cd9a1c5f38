package fr.pli.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StorageState;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and administrators meet, whatever the files lie in (U-12, U-13): run on each store. */
abstract class StoreTrials {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final int MIB = 1024 * 1024;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StorageState storage;

    @AfterEach
    void now() {
        clock.reset();
    }

    /** Puts an object that no row names. */
    abstract void plant(String object, byte[] bytes) throws IOException;

    abstract void remove(String object) throws IOException;

    abstract boolean there(String object) throws IOException;

    /** The object's bytes as they lie there. */
    abstract byte[] raw(String object) throws IOException;

    @Test
    @Tag("U-12")
    @Tag("U-2")
    @Tag("U-8")
    @Tag("U-9")
    @Tag("U-13")
    void aLargeFileIsResumedSentDownloadedByPartsAndAsZipAndEndsWithItsLife() throws Exception {
        Person partner = people.partner();
        Visitor clerk = visitors.signedIn(people.clerk());
        byte[] bytes = random(9 * MIB + 17);
        String draft = id(clerk.call("POST", "/api/v1/drafts", null).body());
        String path = create(clerk, draft, bytes.length);
        // a client that ends in the middle, and the next one, which sends what is missing
        assertThat(patch(clerk, path, 0, Arrays.copyOf(bytes, 5 * MIB)).statusCode())
                .isEqualTo(204);
        long offset = offset(clerk, path);
        assertThat(offset).isEqualTo(5 * MIB);
        assertThat(patch(clerk, path, offset, Arrays.copyOfRange(bytes, (int) offset, bytes.length))
                        .statusCode())
                .isEqualTo(204);
        send(clerk, draft, partner);
        UUID file = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(objects(file)).isNotEmpty().allSatisfy(name -> assertThat(there(name))
                .isTrue());
        assertThat(new String(raw(objects(file).getFirst()), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(bytes, 0, 64, StandardCharsets.ISO_8859_1));

        Visitor reader = visitors.signedIn(partner);
        String content = "/api/v1/messages/" + draft + "/files/" + file + "/content";
        var part = bytes(reader, content, Map.of("Range", "bytes=4000000-5999999"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 4_000_000, 6_000_000));
        assertThat(bytes(reader, content, Map.of()).body()).isEqualTo(bytes);
        var zip = bytes(reader, "/api/v1/messages/" + draft + "/zip", Map.of());
        assertThat(unzipped(zip.body(), "a.bin")).isEqualTo(bytes);

        List<String> objects = objects(file);
        clock.advance(Duration.ofDays(6));
        assertThat(bytes(visitors.signedIn(partner), content, Map.of()).statusCode())
                .isEqualTo(410);
        jobs.run();
        assertThat(objects).noneSatisfy(name -> assertThat(there(name)).isTrue());
    }

    @Test
    @Tag("U-13")
    void anObjectWithoutARowIsRemovedOnceItIsADayOldAndNeverBefore() throws Exception {
        String orphan = UUID.randomUUID() + "_1_0";
        plant(orphan, new byte[100]);

        jobs.sweep("store-reconciliation");
        assertThat(there(orphan)).isTrue();

        clock.advance(Duration.ofHours(25));
        jobs.sweep("store-reconciliation");
        assertThat(there(orphan)).isFalse();
        assertThat(storage.compared().orElseThrow().removed()).isPositive();
    }

    @Test
    @Tag("U-13")
    void manyObjectsWithoutARowAreKeptAndAdministratorsAreAsked() throws Exception {
        Person administrator = people.administrator();
        List<String> orphans = new ArrayList<>();
        for (int number = 0; number < 101; number++) {
            orphans.add(UUID.randomUUID() + "_1_0");
            plant(orphans.getLast(), new byte[1]);
        }
        clock.advance(Duration.ofHours(25));
        jobs.sweep("store-reconciliation");
        jobs.runTasks();

        assertThat(there(orphans.getFirst())).isTrue();
        assertThat(storage.compared().orElseThrow().spared()).isGreaterThanOrEqualTo(101);
        assertThat(TestMail.text(TestMail.newest(administrator.email()))).contains("trop nombreux");
        for (String orphan : orphans) {
            remove(orphan);
        }
        jobs.sweep("store-reconciliation");
        assertThat(storage.compared().orElseThrow().spared()).isZero();
    }

    @Test
    @Tag("U-13")
    @Tag("O-4")
    void aRowWithoutItsObjectIsJournaledOnceMailedAndShownUntilItIsBack() throws Exception {
        Person administrator = people.administrator();
        Visitor clerk = visitors.signedIn(people.clerk());
        String draft = id(clerk.call("POST", "/api/v1/drafts", null).body());
        String path = create(clerk, draft, 1000);
        patch(clerk, path, 0, random(1000));
        UUID file = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        String object = objects(file).getFirst();
        byte[] sealed = raw(object);
        jobs.sweep("store-reconciliation");
        long compared = facts("store.compared", null);
        remove(object);

        jobs.sweep("store-reconciliation");
        jobs.sweep("store-reconciliation");

        assertThat(facts("file.broken", file)).isEqualTo(1);
        jobs.runTasks();
        assertThat(facts("store.compared", null)).isEqualTo(compared + 2);
        assertThat(TestMail.to(administrator.email())).hasSize(1);
        assertThat(TestMail.text(TestMail.newest(administrator.email()))).contains("absents du stockage : 1");
        clock.advance(Duration.ofSeconds(11));
        assertThat(visitors.signedIn(administrator).get("/admin/state").body())
                .contains("Morceaux de fichiers absents ou altérés", "1 absents")
                .contains("manque dans le stockage");

        plant(object, Arrays.copyOf(sealed, 10));
        jobs.sweep("store-reconciliation");
        assertThat(storage.compared().orElseThrow().absent()
                        + storage.compared().orElseThrow().resized())
                .isEqualTo(1);

        remove(object);
        plant(object, sealed);
        jobs.sweep("store-reconciliation");
        assertThat(storage.compared().orElseThrow().wrong()).isFalse();
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    String create(Visitor visitor, String draft, int length) {
        var answer = visitor.call(
                "POST",
                "/api/v1/uploads",
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(length),
                        "Upload-Metadata",
                        "filename " + base64("a.bin") + ",container " + base64(draft)),
                BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.location(answer);
    }

    static HttpResponse<String> patch(Visitor visitor, String path, long offset, byte[] bytes) {
        return visitor.call(
                "PATCH",
                path,
                Map.of(
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        Long.toString(offset),
                        "Content-Type",
                        "application/offset+octet-stream"),
                BodyPublishers.ofByteArray(bytes));
    }

    static long offset(Visitor visitor, String path) {
        return visitor.call("HEAD", path, Map.of("Tus-Resumable", "1.0.0"), BodyPublishers.noBody())
                .headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow();
    }

    void send(Visitor clerk, String draft, Person to) {
        var words = "{\"recipients\":[\"%s\"],\"subject\":\"Lettre\",\"comment\":\"\",\"days\":5}";
        assertThat(clerk.call("PUT", "/api/v1/drafts/" + draft, words.formatted(to.email()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(clerk.call("POST", "/api/v1/drafts/" + draft + "/send", null).statusCode())
                .isEqualTo(200);
        jobs.sweep("attachment.scanner");
        jobs.runTasks();
    }

    static HttpResponse<byte[]> bytes(Visitor visitor, String path, Map<String, String> headers) {
        return visitor.call("GET", path, headers, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    static String id(String body) {
        Matcher found = ID.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    List<String> objects(UUID file) {
        return jdbc.sql("select object_name from extent where file = :file order by clear_offset")
                .param("file", file)
                .query(String.class)
                .list();
    }

    long facts(String kind, UUID file) {
        return jdbc.sql("select count(*) from event where kind = :kind and (:file is null or file = :file)")
                .param("kind", kind)
                .param("file", file)
                .query(Long.class)
                .single();
    }

    private static byte[] unzipped(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("no " + name + " in the zip");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
