package fr.pli.exchange.factor;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SecondStep;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.platform.Units;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The second factors of a person: what they have, what they must have, what is taken away. */
@Component
public class Factors implements SecondStep {

    private final FactorRows rows;
    private final RecoveryCodes codes;
    private final FactorNews news;
    private final Sessions sessions;
    private final FactorSettings settings;
    private final Units units;

    Factors(
            FactorRows rows,
            RecoveryCodes codes,
            FactorNews news,
            Sessions sessions,
            FactorSettings settings,
            Units units) {
        this.rows = rows;
        this.codes = codes;
        this.news = news;
        this.sessions = sessions;
        this.settings = settings;
        this.units = units;
    }

    @Override
    public Need need(Person person) {
        if (rows.any(person.id())) {
            return Need.PROVE;
        }
        return required(person) ? Need.ENROL : Need.NONE;
    }

    /** Whether the person's profile must have one. */
    public boolean required(Person person) {
        return settings.required().contains(person.profile());
    }

    /** Oldest first. */
    public List<Factor> of(Person person) {
        return rows.of(person.id());
    }

    /** One of the person's; somebody else's is unknown here. */
    public Factor find(Person person, UUID id) {
        return of(person).stream()
                .filter(factor -> factor.id().equals(id))
                .findFirst()
                .orElseThrow(FactorRefusal.NOT_FOUND::with);
    }

    /** Removes one; the last one takes the recovery codes with it and stays where the profile must have one. */
    public void remove(Person person, UUID id) {
        units.run(() -> {
            rows.lock(person);
            Factor factor = find(person, id);
            boolean last = of(person).size() == 1;
            if (last && required(person)) {
                throw FactorRefusal.LAST.with();
            }
            rows.remove(person.id(), id);
            if (last) {
                codes.forget(person.id());
            }
            news.removed(person, factor, last);
        });
    }

    /** Nothing of them is left of somebody whose data are erased. */
    @EventListener
    void erased(PersonErased erased) {
        rows.removeAll(erased.person());
        codes.forget(erased.person());
    }

    /**
     * Takes all factors and recovery codes of somebody away who has lost them, and ends their sessions.
     *
     * @param by an active administrator, not the person: nobody resets their own
     */
    public void reset(Person by, Person person) {
        if (!by.active() || by.profile() != Profile.ADMINISTRATOR || by.id().equals(person.id())) {
            throw DirectoryRefusal.ADMINISTRATORS_ONLY.with();
        }
        units.run(() -> {
            rows.lock(person);
            if (rows.removeAll(person.id()) == 0) {
                throw FactorRefusal.NONE.with();
            }
            codes.forget(person.id());
            sessions.endAll(person.id(), null);
            news.reset(by, person);
        });
    }
}
