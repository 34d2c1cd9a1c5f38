package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The aggregates. Whoever changes one locks its row first: message before file, always. */
interface MessageRecords extends Repository<MessageRecord, UUID> {

    MessageRecord save(MessageRecord message);

    void flush();

    Optional<MessageRecord> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from MessageRecord m where m.id = :id")
    Optional<MessageRecord> lock(UUID id);

    /**
     * Locked, if {@code sender} sent it; refuses exactly like an unknown id otherwise.
     *
     * @throws RefusedException when its life is over
     */
    default MessageRecord running(UUID id, Person sender, Instant now) {
        MessageRecord message = lock(id).filter(found ->
                        found.sender().equals(sender.id()) && found.life().availableAt() != null)
                .orElseThrow(MessageRefusal.UNKNOWN::with);
        if (!message.life().running(now)) {
            throw MessageRefusal.ENDED.with();
        }
        return message;
    }

    /** In the order of their ids, so that two verdicts about two files of the same messages cannot deadlock. */
    @Query(
            "select m.id from MessageRecord m join m.attachments a where a.file = :file and m.life.state in :states order by m.id")
    List<UUID> showing(UUID file, Collection<MessageState> states);
}
