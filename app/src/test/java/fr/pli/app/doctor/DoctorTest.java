package fr.pli.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.journal.Numbering;
import fr.pli.exchange.platform.Findings.Level;
import fr.pli.exchange.platform.Installation;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.FaultyClamd;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Doctor on the installation of the shared application, sound and then broken in every way at once. */
@AppTest
@Tag("O-5")
class DoctorTest {

    @TempDir
    Path folder;

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    Jobs jobs;

    @Autowired
    Journal journal;

    @Autowired
    Units units;

    @Autowired
    Numbering numbering;

    @Autowired
    TestClock clock;

    @BeforeEach
    void soundInstallation() throws Exception {
        clock.reset();
        Files.setPosixFilePermissions(
                Path.of(environment.getRequiredProperty("pli.tls.key")), PosixFilePermissions.fromString("rw-------"));
        // tests that drove time left backups of days to come
        try (var backups =
                Files.newDirectoryStream(Path.of(environment.getRequiredProperty("pli.attachment.key-backups")))) {
            for (Path backup : backups) {
                Files.delete(backup);
            }
        }
        jobs.sweep("key-care");
        units.run(() -> journal.append(Fact.of("store.compared").detail("objects", 0)));
        numbering.catchUp();
    }

    @Test
    void onASoundInstallationNothingIsWrong() {
        List<Doctor.Result> results = examined(Map.of(), Clock.systemUTC());

        assertThat(results)
                .filteredOn(result -> result.finding().level() == Level.WRONG)
                .as("this machine keeps clamd's spool in memory if it has /dev/shm")
                .filteredOn(result ->
                        Files.isWritable(Path.of("/dev/shm")) || !result.key().equals("clamd.spool-clear"))
                .isEmpty();
        assertThat(results)
                .extracting(Doctor.Result::part)
                .contains(
                        "configuration",
                        "clock",
                        "database",
                        "journal",
                        "store",
                        "keys",
                        "clamd",
                        "mail",
                        "certificate",
                        "rights");
        assertThat(told(results, Locale.ENGLISH)).contains("0 wrong");
        assertThat(Doctor.tell(results, new PrintStream(new ByteArrayOutputStream()), Locale.ENGLISH))
                .isZero();
    }

    @Test
    void tenPlantedFaultsAndMoreAreEachNamedWithWhatToDo() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Path keystore = Path.of(environment.getRequiredProperty("pli.attachment.keystore"));
        Files.copy(keystore, keys.resolve("keystore.p12"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(keys.resolve("keystore.p12.password"), "wrong");
        Files.setPosixFilePermissions(
                keys.resolve("keystore.p12.password"), PosixFilePermissions.fromString("rw-r--r--"));
        Path clamd = folder.resolve("clamd.conf");
        Files.writeString(
                clamd,
                Files.readString(Path.of(environment.getRequiredProperty("pli.attachment.clamd.configuration")))
                        .replace("AlertExceedsMax yes", "AlertExceedsMax no")
                        .replaceAll("TemporaryDirectory .*", "TemporaryDirectory /nowhere/at/all"));
        Files.writeString(folder.resolve("settings.env"), "PLI_MAIL_PASSWORD=secret\n");
        Files.setPosixFilePermissions(folder.resolve("settings.env"), PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, Object> broken = new HashMap<>(Map.of(
                "pli.home", folder.toString(),
                "pli.upload.max-lenght", "5",
                "pli.web.public-address", "http://autre.exemple",
                "pli.attachment.store", folder.resolve("settings.env/files").toString(),
                "pli.attachment.keystore", keys.resolve("keystore.p12").toString(),
                "pli.attachment.clamd.configuration", clamd.toString(),
                "pli.mail.port", "1",
                "pli.expertise.rights-matrix", folder.resolve("settings.env").toString()));

        long altered = owner("select max(seq) from journal");
        owner("update event set kind = concat(kind, 'x') where id = (select event_id from journal where seq = "
                + altered + ")");
        owner("grant update on event to pli@'%'");
        String told;
        List<Doctor.Result> results;
        try {
            results = examined(broken, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
            told = told(results, Locale.FRENCH);
        } finally {
            owner(
                    "update event set kind = left(kind, char_length(kind) - 1) where id = (select event_id from journal where seq = "
                            + altered + ")");
            owner("revoke update on event from pli@'%'");
        }

        assertThat(results)
                .filteredOn(result -> result.finding().level() == Level.WRONG)
                .extracting(Doctor.Result::key)
                .containsExactlyInAnyOrder(
                        "configuration.unknown",
                        "configuration.clear-links",
                        "configuration.readable",
                        "clock.database",
                        "database.grants",
                        "journal.altered",
                        "store.absent",
                        "keys.readable",
                        "keys.closed",
                        "clamd.weak",
                        "clamd.spool-absent",
                        "mail.fails",
                        "certificate.misnamed",
                        "rights.fault");
        assertThat(told)
                .contains(
                        "Le réglage « pli.upload.max-lenght » est inconnu",
                        "diffère de 360",
                        "Le fait numéro " + altered + " du journal a été modifié",
                        "Le magasin de clés ne s'ouvre pas",
                        "Le certificat ne nomme pas autre.exemple",
                        "→ Mettez AlertExceedsMax, AlertEncrypted et DisableCache à yes",
                        "14 faute(s)");
        assertThat(Doctor.tell(results, new PrintStream(new ByteArrayOutputStream()), Locale.FRENCH))
                .isEqualTo(1);
    }

    @Test
    @Tag("P-3")
    void variablesOfTheCommandLineAndOfTheDemonstrationAreKnownAndAMistypedOneIsNamed() {
        var exported = new SystemEnvironmentPropertySource(
                "exported",
                Map.of(
                        "PLI_SERVER", "https://localhost:8443",
                        "PLI_CA", "/nowhere/ca.pem",
                        "PLI_TOKEN", "secret",
                        "DEMO_MAILS", "http://127.0.0.1:8446",
                        "PLI_SERVEUR", "https://localhost:8443"));

        assertThat(examined(exported, Map.of(), Clock.systemUTC()))
                .filteredOn(result -> result.key().equals("configuration.unknown"))
                .extracting(result -> result.finding().arguments())
                .containsExactly(List.of("PLI_SERVEUR"));
    }

    @Test
    void aDatabaseThatIsAwayIsAFindingAndTheRestIsExaminedAllTheSame() {
        List<Doctor.Result> results =
                examined(Map.of("pli.database.url", "jdbc:mariadb://127.0.0.1:1/pli"), Clock.systemUTC());
        assertThat(results)
                .filteredOn(result -> result.finding().level() == Level.WRONG)
                .extracting(Doctor.Result::key)
                .containsExactly("database.away", "failed");
        assertThat(results).extracting(Doctor.Result::key).contains("store.works", "certificate.named");
    }

    /** The real clamd, but for the age of its signatures: the official ones cannot be had where the tests run. */
    @Test
    @Tag("U-5")
    void signaturesTooOldAndAScannerThatIsAwayAreEachNamed() throws Exception {
        Path real = Path.of(environment.getRequiredProperty("pli.attachment.clamd.socket"));
        try (var old = new FaultyClamd(conversation -> {
            byte[] begun = conversation.read("zVERSION\0".length());
            if (new String(begun, StandardCharsets.US_ASCII).equals("zVERSION\0")) {
                conversation.say("ClamAV 1.4.6/27000/Sat Nov 21 10:00:00 2020\0");
            } else {
                conversation.passOn(begun, real);
            }
        })) {
            Map<String, Object> aged =
                    Map.of("pli.attachment.clamd.socket", old.socket().toString());
            assertThat(wrong(examined(aged, Clock.systemUTC()))).containsExactly("clamd.old-signatures");
            assertThat(told(examined(aged, Clock.systemUTC()), Locale.FRENCH)).contains("signatures", "jours");
        }
        assertThat(wrong(examined(Map.of("pli.attachment.clamd.socket", "/nowhere/clamd.sock"), Clock.systemUTC())))
                .containsExactly("clamd.unreachable");
    }

    private static List<String> wrong(List<Doctor.Result> results) {
        return results.stream()
                .filter(result -> result.finding().level() == Level.WRONG)
                .map(Doctor.Result::key)
                .filter(key -> !key.equals("clamd.spool-clear"))
                .toList();
    }

    @Test
    void everySentenceStandsInBothLanguages() throws Exception {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(Doctor.sentence("database.newer.advice", List.of(), locale))
                    .isNotBlank();
        }
        assertThat(keys("doctor")).isEqualTo(keys("doctor_en"));
        assertThat(keys("doctor").stream().filter(key -> key.endsWith(".advice")))
                .allSatisfy(key -> assertThat(keys("doctor")).contains(key.replaceAll("\\.advice$", "")));
    }

    @Test
    void theCommandOfTheApplicationExaminesWithItsOwnSettingsAndEndsWithAStatus() throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-Dpli.web.tls=true",
                "-Dfile.encoding=UTF-8"));
        for (String name : List.of(
                "pli.home",
                "pli.database.url",
                "pli.database.user",
                "pli.database.password",
                "pli.database.owner",
                "pli.tls.certificate",
                "pli.tls.key",
                "pli.attachment.clamd.socket",
                "pli.attachment.clamd.configuration",
                "pli.mail.host",
                "pli.mail.port",
                "pli.mail.tls")) {
            line.add("-D" + name + "=" + environment.getRequiredProperty(name));
        }
        line.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "fr.pli.app.Pli",
                "doctor"));
        Path output = folder.resolve("output");
        Process doctor = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(doctor.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output))
                .contains("Database", "[ well ]", "0 wrong")
                .doesNotContain("Exception");
    }

    private static List<String> keys(String bundle) throws Exception {
        var words = new java.util.Properties();
        try (var in = DoctorTest.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
            words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames().stream().sorted().toList();
    }

    private List<Doctor.Result> examined(Map<String, Object> changed, Clock clock) {
        return examined(new SystemEnvironmentPropertySource("exported", Map.of()), changed, clock);
    }

    private List<Doctor.Result> examined(
            SystemEnvironmentPropertySource exported, Map<String, Object> changed, Clock clock) {
        var settings = new StandardEnvironment();
        settings.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        settings.getPropertySources().addLast(exported);
        environment.getPropertySources().forEach(source -> {
            if (!settings.getPropertySources().contains(source.getName())
                    && !source.getName().equals("configurationProperties")) {
                settings.getPropertySources().addLast(source);
            }
        });
        Map<String, Object> first = new HashMap<>();
        first.put("pli.web.public-address", "https://localhost:8443");
        first.put("pli.attachment.clamd.temporary", "64MB");
        first.putAll(changed);
        settings.getPropertySources().addFirst(new MapPropertySource("changed", first));
        return Doctor.examine(new Installation(settings, clock));
    }

    private static String told(List<Doctor.Result> results, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        Doctor.tell(results, new PrintStream(bytes, true, StandardCharsets.UTF_8), locale);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** @return the first number the statement gives, if it gives any */
    private long owner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.getRequiredProperty("pli.database.url"), "pli_owner", "owner");
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getLong(1);
        }
    }
}
