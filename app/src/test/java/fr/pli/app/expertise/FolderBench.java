package fr.pli.app.expertise;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long pages of expertises take, over HTTPS with all their sentences: measured by {@code ops/bench}, never by a test
 * run. A folder of 10,000 documents is to take 100 ms at most (DESIGN, section 4).
 */
@AppTest
class FolderBench {

    private static final int DOCUMENTS = 10_000;
    private static final int EXPERTISES = 500;
    private static final int WARM = 20;
    private static final int ROUNDS = 60;

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Filings filings;

    @Autowired
    Folders folders;

    @Autowired
    JdbcClient jdbc;

    @Test
    void pages() {
        Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person reader = one.lawyer(one.defendant());
        UUID folder = folders.at(
                one.id(), FolderKind.PARTIE_PIECES_COTEES, one.claimant().id());
        fill(filings.one(lawyer, folder, "piece.pdf"));
        Visitor visitor = visitors.signedIn(reader);
        String page = "/expertises/" + one.id() + "/folders/" + folder;
        measure(visitor, "folder of 10,000 documents, newest first", page);
        measure(visitor, "the same by name", page + "?sort=name");
        measure(visitor, "the same by size, for programs", "/api/v1" + page + "/documents?sort=-size");
        measure(visitor, "tree of the expertise", "/expertises/" + one.id());
        crowd(reader);
        measure(visitor, "« Mes expertises », 500 of them", "/expertises");
    }

    /** Copies one document, with a file of its own each. */
    private void fill(Document document) {
        String columns = String.join(
                ", ",
                jdbc.sql(
                                "select column_name from information_schema.columns where table_schema = database() and table_name = 'file' and column_name <> 'id'")
                        .query((row, number) -> row.getString(1))
                        .list());
        jdbc.sql("insert into file (id, " + columns + ") select uuid(), " + columns + " from file, seq_1_to_"
                        + DOCUMENTS + " where id = ?")
                .param(document.file())
                .update();
        jdbc.sql("""
                        insert into document (id, message, file, expertise, folder, number, path, name, name_key, length, sha256,
                          depositor, depositor_key, role, status, deposited_at, published_at)
                        select uuid(), d.message, f.id, d.expertise, d.folder, 1 + row_number() over (order by f.id),
                          concat('piece-', f.id, '.pdf'), concat('piece-', f.id, '.pdf'), concat('piece-', f.id, '.pdf'),
                          1 + crc32(f.id) % 1000000, d.sha256, d.depositor, d.depositor_key, d.role, d.status,
                          date_add(d.deposited_at, interval crc32(f.id) % 100000 second),
                          date_add(d.published_at, interval crc32(f.id) % 100000 second)
                        from document d
                        join file f on f.id <> d.file
                          and f.sha256 = d.sha256
                        where d.id = ?
                        """).param(document.id()).update();
        jdbc.sql("update folder set documents = ? where id = ?")
                .params(DOCUMENTS + 1, document.folder())
                .update();
    }

    /** The reader takes part in many expertises, with something new in each. */
    private void crowd(Person reader) {
        for (int i = 0; i < EXPERTISES; i++) {
            Case other = cases.open();
            other.add(reader, Role.AVOCAT, other.claimant());
            jdbc.sql("update folder set documents = 3 where expertise = ? and kind like 'EXPERT_%'")
                    .param(other.id())
                    .update();
        }
    }

    private static void measure(Visitor visitor, String what, String path) {
        var times = new ArrayList<Double>();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            long begin = System.nanoTime();
            var answer = visitor.get(path);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " → " + answer.statusCode());
            }
            if (round >= WARM) {
                times.add(millis);
            }
        }
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                "%s: median %.0f ms, slowest of %d %.0f ms%n",
                what, sorted.get(sorted.size() / 2), sorted.size(), sorted.getLast());
    }
}
