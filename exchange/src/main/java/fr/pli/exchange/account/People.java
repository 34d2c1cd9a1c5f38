package fr.pli.exchange.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows of the directory, for changing them. */
interface People extends Repository<PersonRecord, UUID> {

    PersonRecord save(PersonRecord person);

    Optional<PersonRecord> findById(UUID id);

    Optional<PersonRecord> findByEmail(String email);
}
