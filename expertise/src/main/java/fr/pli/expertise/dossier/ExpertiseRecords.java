package fr.pli.expertise.dossier;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The aggregates. Whoever changes one locks its row first. */
interface ExpertiseRecords extends Repository<ExpertiseRecord, UUID> {

    ExpertiseRecord save(ExpertiseRecord expertise);

    /** Writes what was saved now, for SQL of the same unit that must see it. */
    void flush();

    Optional<ExpertiseRecord> findById(UUID id);

    List<ExpertiseRecord> findByIdIn(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from ExpertiseRecord e where e.id = :id")
    Optional<ExpertiseRecord> lock(UUID id);
}
