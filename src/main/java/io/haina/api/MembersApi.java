package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.MembersWire.Joining;
import io.haina.api.MembersWire.Shown;
import io.haina.dialect.Edition;
import io.haina.field.RecordKind;
import io.haina.kind.Versions;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works on a customer or an opportunity beside its owner. */
@RestController
@RequestMapping("/api/v1/{kind}/{id}/members")
@Tag(name = "members", description = "Who works on a record")
class MembersApi {

    private final Members members;
    private final Versions versions;

    MembersApi(Members members, Versions versions) {
        this.members = members;
        this.versions = versions;
    }

    @GetMapping
    @Operation(summary = "The owner of a record, then its members by name")
    ResponseEntity<Items<Shown>> list(
            Actor actor, @PathVariable String kind, @PathVariable String id, Edition edition) {
        RecordKind of = kind(kind);
        return edition.shown(shown(actor, of, ApiNames.id(RecordProblems.kind(of), id)));
    }

    @PutMapping
    @Operation(summary = "Make people members, or give members another power; others stay what they are")
    ResponseEntity<Items<Shown>> join(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestBody Joining joining,
            Edition edition) {
        RecordKind of = kind(kind);
        long record = ApiNames.id(RecordProblems.kind(of), id);
        List<Long> staff = ApiNames.someIds("staff", joining.staff());
        Power power = ApiNames.choice("power", joining.power(), Power.values());
        return edition.change(
                () -> versions.hold(actor, of, record),
                () -> shown(actor, of, record),
                () -> members.add(actor, of, List.of(record), staff, power));
    }

    private Items<Shown> shown(Actor actor, RecordKind kind, long record) {
        return new Items<>(
                members.of(actor, kind, record).stream().map(Shown::of).toList());
    }

    @DeleteMapping("/{staffId}")
    @Operation(summary = "Take somebody off a record; one may take oneself off")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> remove(
            Actor actor, @PathVariable String kind, @PathVariable String id, @PathVariable String staffId) {
        RecordKind of = kind(kind);
        long record = ApiNames.id(RecordProblems.kind(of), id);
        long person = ApiNames.id(Problem.Kind.STAFF, staffId);
        if (person == actor.staffId()) {
            members.leave(actor, of, record);
        } else {
            members.remove(actor, of, List.of(record), List.of(person));
        }
        return ResponseEntity.noContent().build();
    }

    private static RecordKind kind(String word) {
        RecordKind kind = ApiNames.kind(word);
        if (kind != RecordKind.CUSTOMER && kind != RecordKind.OPPORTUNITY) {
            throw new Refused(new Problem.NoSuchPath());
        }
        return kind;
    }
}
