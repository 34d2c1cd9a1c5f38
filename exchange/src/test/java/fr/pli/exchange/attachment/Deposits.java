package fr.pli.exchange.attachment;

import fr.pli.exchange.platform.Ids;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files for tests: stored as an upload stores them, read as a download reads them, touched behind the product's back. */
@Component
public class Deposits {

    private static final AtomicLong EPOCHS = new AtomicLong(1000);

    private final StoredFiles files;
    private final Reception reception;
    private final FileRows rows;
    private final AttachmentSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Deposits(
            StoredFiles files,
            Reception reception,
            FileRows rows,
            AttachmentSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.files = files;
        this.reception = reception;
        this.rows = rows;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who may own files. */
    public UUID owner() {
        UUID id = Ids.next(clock.instant());
        UUID organisation = Ids.next(clock.instant());
        jdbc.sql("insert into organisation (id, name, kind, version) values (:id, :name, 'BODY', 0)")
                .param("id", organisation)
                .param("name", "Organisation " + organisation)
                .update();
        jdbc.sql("""
                        insert into person (id, version, email, first_name, last_name, organisation, profile, state,
                                            language, time_zone, identity, created_at)
                        values (:id, 0, :email, 'Ada', 'Dépose', :organisation, 'PARTNER', 'ACTIVE', 'fr',
                                'Europe/Paris', :id, :now)
                        """)
                .param("id", id)
                .param("email", id + "@exemple.fr")
                .param("organisation", organisation)
                .param("now", clock.instant())
                .update();
        return id;
    }

    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    /** An empty file of that length, kept for a week. */
    public UUID announced(long length) {
        return files.create(owner(), length, clock.instant().plus(Duration.ofDays(7)));
    }

    /** A complete file, sent in requests that end at these offsets. */
    public UUID stored(byte[] bytes, int... cuts) throws IOException {
        UUID id = announced(bytes.length);
        int from = 0;
        for (int cut : cuts) {
            append(id, bytes, from, cut);
            from = cut;
        }
        append(id, bytes, from, bytes.length);
        return id;
    }

    public void append(UUID id, byte[] bytes, int from, int to) throws IOException {
        try (var incoming = reception.receive(id, from, EPOCHS.incrementAndGet(), false, () -> {})) {
            incoming.take(new ByteArrayInputStream(bytes, from, to - from), to - from);
            incoming.finish();
        }
    }

    public byte[] read(UUID id) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Content content = files.open(id)) {
            content.read(0, content.length(), out::write);
        }
        return out.toByteArray();
    }

    List<Extent> extents(UUID id) {
        return rows.extents(id);
    }

    Path object(Extent extent) {
        return settings.store()
                .resolve(extent.object().folder())
                .resolve(extent.object().toString());
    }

    /** Changes one stored byte of its first extent; done twice it is as it was. */
    public void touch(UUID id, int place) throws IOException {
        Path object = object(extents(id).getFirst());
        byte[] sealed = Files.readAllBytes(object);
        sealed[place] ^= 1;
        Files.write(object, sealed);
    }

    /** Facts of that kind about the file. */
    public long facts(String kind, UUID file) {
        return jdbc.sql("select count(*) from event where kind = :kind and file = :file")
                .param("kind", kind)
                .param("file", file)
                .query(Long.class)
                .single();
    }
}
