package fr.pli.exchange.certificate;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DoorRules;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignIn;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.platform.Units;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs in who presented a known certificate (C-2). A card is two factors already: no second one is asked. */
@Component
public class CardSignIn {

    private final CardTickets tickets;
    private final CertificateRows certificates;
    private final Directory directory;
    private final DoorRules doors;
    private final SignIn signIn;
    private final Units units;

    CardSignIn(
            CardTickets tickets,
            CertificateRows certificates,
            Directory directory,
            DoorRules doors,
            SignIn signIn,
            Units units) {
        this.tickets = tickets;
        this.certificates = certificates;
        this.directory = directory;
        this.doors = doors;
        this.signIn = signIn;
        this.units = units;
    }

    /**
     * Uses the ticket up.
     *
     * @param device token of the browser's cookie, if it signed somebody in before
     * @return who came in, or nobody when the certificate is unknown
     */
    public Optional<SignIn.Entered> with(String ticket, String nonce, @Nullable String device) {
        UUID id = tickets.use(ticket, nonce);
        return certificates
                .find(id)
                .flatMap(certificate -> Optional.ofNullable(certificate.person()))
                .flatMap(directory::find)
                .map(person -> entered(id, person, device));
    }

    /** Uses the ticket up without signing anybody in: the browser only showed which certificate it has. */
    public void present(String ticket, String nonce) {
        tickets.use(ticket, nonce);
    }

    private SignIn.Entered entered(UUID certificate, Person person, @Nullable String device) {
        if (!person.active()) {
            throw SignInRefusal.SUSPENDED.with();
        }
        if (!doors.byCertificate(person.profile())) {
            throw CardRefusal.DOOR_CLOSED.with();
        }
        return units.call(() -> {
            certificates.used(certificate);
            return signIn.entered(person, device, "certificate");
        });
    }
}
