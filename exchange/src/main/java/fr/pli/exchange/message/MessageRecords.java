package fr.pli.exchange.message;

import jakarta.persistence.LockModeType;
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

    /** In the order of their ids, so that two verdicts about two files of the same messages cannot deadlock. */
    @Query(
            "select m.id from MessageRecord m join m.attachments a where a.file = :file and m.life.state in :states order by m.id")
    List<UUID> showing(UUID file, Collection<MessageState> states);
}
