package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.AccountSection;
import fr.pli.exchange.account.CardDoor;
import fr.pli.exchange.account.DoorRules;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.CertificateRows;
import fr.pli.exchange.certificate.Registrations;
import fr.pli.exchange.certificate.Specialties;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Certificats » in the account page (A-10, C-4, C-7). */
@Component
@Order(5)
class CertificateSection implements AccountSection {

    private final CertificateRows certificates;
    private final Registrations registrations;
    private final Specialties specialties;
    private final DoorRules doors;
    private final CardDoor door;
    private final Clock clock;

    CertificateSection(
            CertificateRows certificates,
            Registrations registrations,
            Specialties specialties,
            DoorRules doors,
            CardDoor door,
            Clock clock) {
        this.certificates = certificates;
        this.registrations = registrations;
        this.specialties = specialties;
        this.doors = doors;
        this.door = door;
        this.clock = clock;
    }

    @Override
    public String template() {
        return "certificate/section";
    }

    @Override
    public Map<String, Object> model(Person person) {
        var model = new HashMap<String, Object>();
        model.put("certificates", certificates.of(person.id()));
        model.put("cardDoor", door.open() && doors.byCertificate(person.profile()));
        model.put("certificatesAt", clock.instant());
        registrations.contact(person.id()).ifPresent(contact -> {
            model.put("contact", contact);
            List<String> labels = Arrays.stream(contact.specialties().split(" "))
                    .filter(code -> !code.isEmpty())
                    .map(specialties::label)
                    .toList();
            model.put("contactSpecialties", labels);
        });
        return model;
    }
}
