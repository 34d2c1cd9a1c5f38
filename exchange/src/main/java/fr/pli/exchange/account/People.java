package fr.pli.exchange.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows of the directory, for changing them. */
interface People extends Repository<PersonRecord, UUID> {

    PersonRecord save(PersonRecord person);

    /** Writes what was saved now, for SQL of the same unit that must see it. */
    void flush();

    Optional<PersonRecord> findById(UUID id);

    Optional<PersonRecord> findByEmail(String email);
}
