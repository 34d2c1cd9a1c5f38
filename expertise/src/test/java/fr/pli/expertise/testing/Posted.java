package fr.pli.expertise.testing;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Letters;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.FolderKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deposits for tests that are not about depositing: confirmed by the product itself, with files already clean. */
@Component
public class Posted {

    private final Deposits deposits;
    private final Folders folders;
    private final Letters letters;
    private final Downloads downloads;
    private final JdbcClient jdbc;

    Posted(Deposits deposits, Folders folders, Letters letters, Downloads downloads, JdbcClient jdbc) {
        this.deposits = deposits;
        this.folders = folders;
        this.letters = letters;
        this.downloads = downloads;
        this.jdbc = jdbc;
    }

    /** In the folder of that kind; of the claimant, where each party has one. */
    public List<Shown> in(Cases.Case one, FolderKind kind, Person depositor, String... names) {
        return in(folder(one, kind, kind.group().owned() ? one.claimant() : null), depositor, names);
    }

    public List<Shown> in(UUID folder, Person depositor, String... names) {
        UUID message = deposits.begin(depositor, folders.find(folder).orElseThrow());
        for (String name : names) {
            letters.attach(depositor, message, name, ("content of " + name).getBytes(StandardCharsets.UTF_8));
        }
        deposits.confirm(depositor, message, true);
        return jdbc.sql("select id, message, file, length from document where message = ? order by path")
                .param(message)
                .query((row, number) -> new Shown(
                        row.getObject("id", UUID.class),
                        row.getObject("message", UUID.class),
                        row.getObject("file", UUID.class),
                        row.getLong("length")))
                .list();
    }

    public UUID folder(Cases.Case one, FolderKind kind, @Nullable Party party) {
        return jdbc.sql("""
                select id from folder where expertise = :expertise and kind = :kind and parent is null
                  and (:owner is null or owner = :owner)
                """)
                .param("expertise", one.id())
                .param("kind", kind.name())
                .param("owner", party == null ? null : party.id())
                .query(UUID.class)
                .single();
    }

    /** All of its bytes were handed over. */
    public void downloaded(Person reader, Shown document) {
        try {
            downloads
                    .file(reader, document.message(), document.file())
                    .handOver(0, document.length(), OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Instant nextMidnight(Instant now) {
        return LocalDate.ofInstant(now, Time.PARIS).plusDays(1).atStartOfDay(Time.PARIS).toInstant();
    }

    /** A document as it lies in a folder. */
    public record Shown(UUID id, UUID message, UUID file, long length) {}
}
