package fr.pli.expertise.dossier.web;

import fr.pli.expertise.dossier.Expertise.Provision;
import fr.pli.expertise.dossier.Typed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The provision as its form sends it; what it does not send is empty. */
record ProvisionForm(
        Provision.@Nullable Status was,
        Provision.@Nullable Status status,
        String amount,
        String due,
        String receivedOn,
        String orderFiledOn,
        @BindParam(ProvisionForm.APART) List<UUID> payers) {

    /** No field: a list in a form's object would be bound by whatever stands between brackets. */
    static final String APART = "-";

    @SuppressWarnings("NullAway") // what a form does not send is null
    ProvisionForm {
        was = was == null ? Provision.Status.AWAITED : was;
        status = status == null ? was : status;
        amount = amount == null ? "" : amount;
        due = due == null ? "" : due;
        receivedOn = receivedOn == null ? "" : receivedOn;
        orderFiledOn = orderFiledOn == null ? "" : orderFiledOn;
        payers = payers == null ? List.of() : List.copyOf(payers);
    }

    static ProvisionForm of(Provision provision, List<UUID> payers) {
        return new ProvisionForm(
                provision.status(),
                provision.status(),
                provision.amount() == null ? "" : provision.amount().toPlainString(),
                provision.due() == null ? "" : provision.due().toString(),
                provision.receivedOn() == null ? "" : provision.receivedOn().toString(),
                provision.orderFiledOn() == null ? "" : provision.orderFiledOn().toString(),
                payers);
    }

    ProvisionForm paidBy(List<UUID> chosen) {
        return new ProvisionForm(was, status, amount, due, receivedOn, orderFiledOn, chosen);
    }

    Provision.Status seen() {
        return was == null ? Provision.Status.AWAITED : was;
    }

    Provision provision() {
        return new Provision(
                status == null ? seen() : status,
                Typed.amount(amount),
                Typed.day(due),
                Typed.day(receivedOn),
                Typed.day(orderFiledOn));
    }
}
