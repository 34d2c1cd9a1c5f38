package fr.pli.expertise.folder;

import fr.pli.exchange.message.Message;
import fr.pli.expertise.folder.Deposit.Detail;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * « Cotes »: each names one pièce of a party, whoever deposits it (E-11); the document that corrects a pièce may hand its
 * cote on. They are taken when a deposit is confirmed, so what is confirmed and waits for its analysis has taken its own.
 */
@Component
class Cotes {

    private final JdbcClient jdbc;

    Cotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses a cote that is another pièce's; until the unit ends nobody else takes one of the same party (ADR 0064). */
    void take(Message message, Folder folder, Deposit deposit) {
        List<Detail> wanted = message.attachments().stream()
                .map(attachment -> deposit.detail(attachment.file()))
                .filter(detail -> detail.cote() != null)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        UUID party = Objects.requireNonNull(folder.owner());
        hold(party);
        Set<String> mine = new HashSet<>();
        for (Detail detail : wanted) {
            if (!mine.add(Objects.requireNonNull(detail.cote())) || taken(party, message.id(), detail)) {
                throw FolderRefusal.COTE_TAKEN.with(detail.cote());
            }
        }
    }

    private void hold(UUID party) {
        jdbc.sql("select id from party where id = ? for update")
                .param(party)
                .query(UUID.class)
                .single();
    }

    /** By what is published, or by another deposit that is confirmed and not published yet. */
    private boolean taken(UUID party, UUID message, Detail detail) {
        return jdbc.sql("""
                        select exists (select 1 from document d join folder f on f.id = d.folder
                                       where f.owner = :party and d.cote = :cote and d.status = 'PUBLISHED'
                                         and d.replaced_by is null and (:former is null or d.id <> :former))
                            or exists (select 1 from folder f
                                       join deposit p on p.folder = f.id
                                       join message m on m.id = p.message and m.state = 'QUEUED'
                                       join attachment a on a.message = m.id
                                       join deposit_file x on x.message = a.message and x.file = a.file
                                       where f.owner = :party and x.cote = :cote and m.id <> :message)
                        """)
                .param("party", party)
                .param("cote", detail.cote())
                .param("former", detail.replaces())
                .param("message", message)
                .query(Boolean.class)
                .single();
    }
}
