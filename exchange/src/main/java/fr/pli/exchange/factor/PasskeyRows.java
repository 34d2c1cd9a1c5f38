package fr.pli.exchange.factor;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import fr.pli.exchange.account.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passkeys of the database: public keys and counters, no secret. */
@Component
class PasskeyRows {

    private static final String SELECT = """
            select f.id, f.label, f.created_at, f.last_used_at, f.suspected_at, p.credential, p.attested, p.counter,
                   p.verified, p.backup_eligible, p.backed_up, p.transports
            from second_factor f join second_factor_passkey p on p.factor = f.id
            """;

    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(new ObjectConverter());
    private final JdbcClient jdbc;

    PasskeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID factor, RegistrationData made) {
        var authenticator = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        jdbc.sql("""
                        insert into second_factor_passkey (factor, credential, attested, counter, verified,
                          backup_eligible, backed_up, transports)
                        values (:factor, :credential, :attested, :counter, :verified, :eligible, :backed, :transports)
                        """)
                .param("factor", factor)
                .param("credential", credential.getCredentialId())
                .param("attested", attested.convert(credential))
                .param("counter", authenticator.getSignCount())
                .param("verified", authenticator.isFlagUV())
                .param("eligible", authenticator.isFlagBE())
                .param("backed", authenticator.isFlagBS())
                .param("transports", transports(made))
                .update();
    }

    List<Passkey> of(Person person) {
        return jdbc.sql(SELECT + "where f.person = :person order by f.id")
                .param("person", person.id())
                .query((row, number) -> passkey(row))
                .list();
    }

    List<Passkey> usable(Person person) {
        return of(person).stream().filter(passkey -> passkey.factor().usable()).toList();
    }

    /** The one of this person's that a proof is said to be by. */
    Optional<Passkey> find(Person person, AuthenticationData given) {
        return of(person).stream()
                .filter(passkey -> Arrays.equals(passkey.credential(), given.getCredentialId()))
                .findFirst();
    }

    /**
     * Keeps the counter of a proof. An authenticator either never counts or counts each proof.
     *
     * @return false when it did not go forward: two proofs at once cannot both be the device's
     */
    boolean count(Passkey passkey, long counter) {
        return jdbc.sql("""
                        update second_factor_passkey set counter = :counter
                        where factor = :factor and (counter < :counter or counter = 0 and :counter = 0)
                        """)
                        .param("counter", counter)
                        .param("factor", passkey.factor().id())
                        .update()
                == 1;
    }

    private Passkey passkey(ResultSet row) throws SQLException {
        Timestamp used = row.getTimestamp("last_used_at");
        Timestamp suspected = row.getTimestamp("suspected_at");
        var factor = new Factor(
                row.getObject("id", UUID.class),
                Factor.Kind.PASSKEY,
                row.getString("label"),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant(),
                suspected == null ? null : suspected.toInstant());
        Set<String> transports = Arrays.stream(row.getString("transports").split(" ", -1))
                .filter(transport -> !transport.isEmpty())
                .collect(Collectors.toSet());
        return new Passkey(factor, row.getBytes("credential"), transports, record(row, transports));
    }

    private CredentialRecord record(ResultSet row, Set<String> transports) throws SQLException {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                row.getBoolean("verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getLong("counter"),
                attested.convert(row.getBytes("attested")),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                transports.stream().map(AuthenticatorTransport::create).collect(Collectors.toSet()));
    }

    private static String transports(RegistrationData made) {
        Set<AuthenticatorTransport> known = made.getTransports();
        return known == null
                ? ""
                : known.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(name -> name.matches("[a-z-]{1,20}"))
                        .limit(5)
                        .collect(Collectors.joining(" "));
    }
}
