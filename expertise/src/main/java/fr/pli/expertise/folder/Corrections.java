package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.folder.Deposit.Detail;
import fr.pli.expertise.rights.FolderKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may be said of a file that is deposited: the « cote » of a pièce, and the document it corrects (E-5). One
 * corrects one's own documents; in the folders of a party or sapiteur whatever was deposited for it.
 */
@Component
class Corrections {

    static final int COTE = 20;

    private final DocumentRows documents;
    private final JdbcClient jdbc;

    Corrections(DocumentRows documents, JdbcClient jdbc) {
        this.documents = documents;
        this.jdbc = jdbc;
    }

    /** What a new document in the folder may replace, newest first. */
    List<Document> replaceable(UUID author, Folder folder) {
        return jdbc.sql("""
                        select * from document
                        where folder = :folder and status = 'PUBLISHED' and replaced_by is null
                          and (:owned or depositor = :author)
                        order by published_at desc, number desc limit 500
                        """)
                .param("folder", folder.id())
                .param("owned", folder.owner() != null && !folder.confidential())
                .param("author", author)
                .query((row, number) -> DocumentRows.document(row))
                .list();
    }

    Detail checked(Person author, Folder folder, Detail detail) {
        String cote = detail.cote() == null || detail.cote().isBlank()
                ? null
                : detail.cote().strip();
        if (cote != null && folder.kind() != FolderKind.PARTIE_PIECES_COTEES) {
            throw FolderRefusal.COTE_NOT_HERE.with();
        }
        if (cote != null && cote.length() > COTE) {
            throw FolderRefusal.COTE_TOO_LONG.with(COTE);
        }
        if (detail.replaces() != null) {
            require(author.id(), folder, detail.replaces());
        }
        return new Detail(cote, detail.replaces());
    }

    /** Asked when it is said and again when it is confirmed. */
    void require(UUID author, Folder folder, @Nullable UUID former) {
        if (former == null) {
            return;
        }
        Document document = documents
                .find(former)
                .filter(found -> found.folder().equals(folder.id()) && found.published())
                .filter(found -> folder.owner() != null && !folder.confidential()
                        || found.depositor().equals(author))
                .orElseThrow(FolderRefusal.REPLACES_UNKNOWN::with);
        if (document.replacedBy() != null) {
            throw FolderRefusal.REPLACED_ALREADY.with(document.name());
        }
    }
}
