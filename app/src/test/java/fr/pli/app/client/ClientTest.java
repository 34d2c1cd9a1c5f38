package fr.pli.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Eventually;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.SlowRoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real command line, in a process of its own, against the real application over HTTPS; killed in the middle. */
@AppTest
@Tag("P-3")
class ClientTest {

    private static final int MIB = 1024 * 1024;
    private static final List<String> SEND = List.of("messages:send", "messages:read");
    private static final List<String> READ = List.of("messages:read");

    @TempDir
    Path folder;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Letters letters;

    @Autowired
    Jobs jobs;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    private final List<Process> started = new ArrayList<>();
    private int runs;

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    @Tag("U-2")
    void aSendingKilledInTheMiddleGoesOnWithTheMissingBytesOnlyAndLeavesOnce() throws Exception {
        Person clerk = people.clerk();
        Person partner = people.partner();
        byte[] bytes = random(24 * MIB);
        Path papers = Files.createDirectories(folder.resolve("dossier/pièces"));
        Files.write(papers.resolve("grand.bin"), bytes);
        Files.writeString(folder.resolve("dossier/note.txt"), "Une note.");
        List<String> command = List.of(
                "send",
                "--to",
                partner.email(),
                "--subject",
                "Dossier",
                folder.resolve("dossier").toString());
        List<String> before;
        try (var road = new SlowRoad(port(), 6L * MIB)) {
            Run killed = start(road.port(), token(clerk, SEND), command);
            Eventually.until("some bytes are durable", Duration.ofSeconds(40), () -> {
                assertThat(killed.process().isAlive()).as(killed.output()).isTrue();
                return extents(clerk).size() > 1;
            });
            killed.process().destroyForcibly().waitFor();
            before = extents(clerk);

            Run again = start(road.port(), token(clerk, SEND), command);
            Eventually.until("the client ends", Duration.ofSeconds(60), () -> {
                jobs.sweep("attachment.scanner");
                jobs.runTasks();
                return !again.process().isAlive();
            });

            assertThat(again.process().exitValue()).as(again.output()).isZero();
            assertThat(again.output()).contains("Reprise d'un envoi commencé", "Envoyé : ");
        }
        assertThat(extents(clerk)).containsAll(before);
        assertThat(jdbc.sql("select count(*) from message where sender = :who")
                        .param("who", clerk.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        Run fetched = run(
                token(partner, READ),
                "fetch",
                "--unread",
                "--into",
                folder.resolve("reçu").toString());
        assertThat(fetched.process().exitValue()).as(fetched.output()).isZero();
        try (var all = Files.walk(folder.resolve("reçu"))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .extracting(file -> folder.resolve("reçu")
                            .relativize(file)
                            .subpath(1, 2 + (file.endsWith("grand.bin") ? 2 : 1))
                            .toString())
                    .containsExactlyInAnyOrder("dossier/note.txt", "dossier/pièces/grand.bin");
            assertThat(Files.readAllBytes(files.stream()
                            .filter(file -> file.endsWith("grand.bin"))
                            .findFirst()
                            .orElseThrow()))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void aNetworkThatBreaksIsWaitedForAndTheUploadGoesOn() throws Exception {
        Person clerk = people.clerk();
        Person partner = people.partner();
        Files.write(folder.resolve("a.bin"), random(16 * MIB));
        try (var road = new SlowRoad(port(), 6L * MIB)) {
            Run run = start(
                    road.port(),
                    token(clerk, SEND),
                    List.of(
                            "send",
                            "--to",
                            partner.email(),
                            "--subject",
                            "Coupure",
                            "--no-wait",
                            folder.resolve("a.bin").toString()));
            Eventually.until("the upload is under way", Duration.ofSeconds(40), () -> uploads(clerk) == 1);
            road.cut();

            assertThat(run.process().waitFor()).as(run.output()).isZero();
        }
        assertThat(jdbc.sql("select received from file where owner = :who")
                        .param("who", clerk.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(16L * MIB);
    }

    @Test
    @Tag("U-11")
    void aFetchKilledInTheMiddleGoesOnVerifiesAndConfirms() throws Exception {
        Person clerk = people.clerk();
        Person partner = people.partner();
        byte[] bytes = random(24 * MIB);
        Message message = letters.sent(clerk, List.of(partner), Map.of("grand.bin", bytes));
        Path into = folder.resolve("reçu");
        List<String> command = List.of("fetch", message.id().toString(), "--into", into.toString());
        try (var road = new SlowRoad(port(), 6L * MIB)) {
            Run killed = start(road.port(), token(partner, READ), command);
            Eventually.until("some bytes are there", Duration.ofSeconds(40), () -> size(part(into)) > 2 * MIB);
            killed.process().destroyForcibly().waitFor();
        }
        long had = size(part(into));
        assertThat(had).isBetween(2L * MIB, 24L * MIB - 1);
        assertThat(letters.facts("download.completed", message)).isZero();

        Run again = run(token(partner, READ), command.toArray(String[]::new));

        assertThat(again.process().exitValue()).as(again.output()).isZero();
        assertThat(again.output()).contains("empreinte vérifiée et confirmée");
        assertThat(part(into)).isNull();
        try (var all = Files.walk(into)) {
            assertThat(Files.readAllBytes(
                            all.filter(Files::isRegularFile).findFirst().orElseThrow()))
                    .isEqualTo(bytes);
        }
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
        assertThat(letters.facts("download.confirmed", message)).isEqualTo(1);
    }

    @Test
    @Tag("U-11")
    void aPartThatWasSpoiltMeanwhileIsFetchedAnewAndNothingWrongIsEverKept() throws Exception {
        Person partner = people.partner();
        byte[] bytes = random(MIB);
        Message message = letters.sent(people.clerk(), List.of(partner), Map.of("a.bin", bytes));
        Path into = folder.resolve("reçu");
        run(token(partner, READ), "fetch", message.id().toString(), "--into", into.toString());
        Path whole = file(into, "a.bin");
        String sha256 = jdbc.sql("select sha256 from file where id = :id")
                .param("id", message.attachments().getFirst().file())
                .query(String.class)
                .single();
        Files.delete(whole);
        Files.write(whole.resolveSibling("a.bin." + sha256.substring(0, 12) + ".part"), new byte[MIB / 2]);

        Run again = run(token(partner, READ), "fetch", message.id().toString(), "--into", into.toString());

        assertThat(again.process().exitValue()).as(again.output()).isZero();
        assertThat(Files.readAllBytes(whole)).isEqualTo(bytes);
        assertThat(part(into)).isNull();
    }

    @Test
    void theListShowsWhatIsInTheBoxAndForProgramsAsJson() throws Exception {
        Person partner = people.partner();
        Message message = letters.sent(people.clerk(), List.of(partner), Map.of("a.txt", new byte[2000]));

        assertThat(run(token(partner, READ), "list").output())
                .contains(message.id().toString(), "* ", "1 fichier(s), 2 Ko");
        assertThat(run(token(partner, READ), "list", "--json", "--unread").output())
                .contains("\"id\":\"" + message.id() + "\"");
        assertThat(run(token(partner, READ), "list", "--sent").output()).contains("Aucun message.");
    }

    @Test
    void eachEndHasItsStatusAndItsSentence() throws Exception {
        Person clerk = people.clerk();
        String token = token(clerk, SEND);
        Files.createFile(folder.resolve("vide.txt"));
        Files.writeString(folder.resolve("a.txt"), "a");

        ended(4, "Il manque le jeton", run("", "list"));
        ended(4, "jeton d'accès est refusé", run("pli_invented", "list"));
        ended(
                2,
                "vide",
                run(
                        token,
                        "send",
                        "--to",
                        "a@b.fr",
                        "--subject",
                        "S",
                        folder.resolve("vide.txt").toString()));
        ended(
                3,
                "",
                run(
                        token,
                        "send",
                        "--to",
                        "nobody@exemple.fr",
                        "--subject",
                        "S",
                        folder.resolve("a.txt").toString()));
        ended(3, "", run(token, "fetch", UUID.randomUUID().toString()));
        ended(2, "pas l'identifiant", run(token, "fetch", "../../etc/passwd"));
        ended(2, "", run(token, "list", "--wrong"));
        ended(0, "Envoie des fichiers", run(token, "send", "--help"));
    }

    @Test
    @Tag("Q-6")
    void aServerThatNobodyVouchesForIsNotSpokenTo() throws Exception {
        Run run = start(port(), token(people.clerk(), READ), List.of("list"), Map.of("PLI_CA", ""));
        run.process().waitFor();
        ended(2, "n'est pas reconnu", run);
    }

    private static void ended(int status, String sentence, Run run) {
        assertThat(run.process().exitValue()).as(run.output()).isEqualTo(status);
        assertThat(run.output()).contains(sentence).doesNotContain("Exception");
    }

    private String token(Person person, List<String> scopes) {
        return tokens.create(person, "ligne de commande", scopes, 7).clear();
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private Run run(String token, String... command) throws Exception {
        Run run = start(port(), token, List.of(command));
        run.process().waitFor();
        return run;
    }

    private Run start(int port, String token, List<String> command) throws IOException {
        return start(port, token, command, Map.of());
    }

    private Run start(int port, String token, List<String> command, Map<String, String> more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=fr",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "fr.pli.ops.CommandLineClient"));
        line.addAll(command);
        Path output = folder.resolve("output" + ++runs);
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PLI_SERVER",
                        "https://localhost:" + port,
                        "PLI_TOKEN",
                        token,
                        "PLI_CA",
                        environment.getRequiredProperty("pli.tls.certificate"),
                        "XDG_STATE_HOME",
                        folder.resolve("state").toString(),
                        "LC_ALL",
                        "C.UTF-8"));
        builder.environment().putAll(more);
        var run = new Run(builder.start(), output);
        started.add(run.process());
        return run;
    }

    private List<String> extents(Person owner) {
        return jdbc.sql("select object_name from extent where file in (select id from file where owner = :who)")
                .param("who", owner.id())
                .query(String.class)
                .list();
    }

    private long uploads(Person owner) {
        return jdbc.sql("select count(*) from upload where owner = :who")
                .param("who", owner.id())
                .query(Long.class)
                .single();
    }

    private static Path part(Path into) {
        return file(into, ".part");
    }

    private static Path file(Path into, String end) {
        if (!Files.isDirectory(into)) {
            return null;
        }
        try (var all = Files.walk(into)) {
            return all.filter(file -> file.toString().endsWith(end)).findFirst().orElse(null);
        } catch (IOException | java.io.UncheckedIOException moved) {
            return null;
        }
    }

    private static long size(Path file) {
        try {
            return file == null ? 0 : Files.size(file);
        } catch (IOException moved) {
            return 0;
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(9).nextBytes(bytes);
        return bytes;
    }

    private record Run(Process process, Path file) {

        String output() {
            try {
                return Files.readString(file);
            } catch (IOException failure) {
                return failure.toString();
            }
        }
    }
}
