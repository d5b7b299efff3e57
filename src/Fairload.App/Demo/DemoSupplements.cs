using Fairload.App.Caseload;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>What the manager of the made-up council has entered about the cases and people of the team and no extract tells: enough of
/// each that suggestions speak of it.</summary>
/// <param name="more">Draws of its own, for what was added to the supplement: those of <paramref name="dice"/> stay as they were.</param>
internal sealed class DemoSupplements(DemoDesks desks, DemoReaders people, DemoDice dice, DemoDice more, DateOnly today)
{
    private const int MostCases = 80;
    private static readonly string[] Localities = ["BR1", "BR2", "BR4", "Moorside"];
    private int _families;
    private bool _isOneMore;

    public async Task Enter(CancellationToken stop)
    {
        var staff = await desks.Ask((FairloadDb db) => db.Workers.AsNoTracking()
            .Where(w => w.EndsOn == null && db.Memberships.Any(m => m.WorkerId == w.Id && m.TeamId == people.Team && m.ToOn == null))
            .OrderBy(w => w.StaffNumber).ToListAsync(stop));
        foreach (var worker in staff) await EnterAbout(worker, stop);
        var cases = await desks.Ask((FairloadDb db) => db.Cases.AsNoTracking()
            .Where(c => c.ClosedOn == null && db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null && a.TeamId == people.Team))
            .OrderBy(c => c.Reference).Select(c => c.Id).Take(MostCases).ToListAsync(stop));
        foreach (var one in cases) await EnterAbout(one, staff, stop);
    }

    private async Task EnterAbout(Worker worker, CancellationToken stop)
    {
        var (has, wants) = (dice.Chance(0.5), dice.Chance(0.4));
        if (await desks.Ask((PracticeDesk desk) => desk.Of(worker.Id, people.Manager, stop)) is not { MayChange: true } view) return;
        var (skill, goal) = (dice.Pick(view.Words.Areas).Code, dice.Pick(view.Words.Areas).Code);
        var change = new PracticeChange([], has ? [skill] : [], wants && goal != skill ? [goal] : [], view.Seen);
        (await desks.Ask((PracticeDesk desk) => desk.Enter(worker.Id, change, people.Manager, stop))).OfTheDemo();
    }

    private async Task EnterAbout(Id<Case> one, List<Worker> staff, CancellationToken stop)
    {
        if (await desks.Ask((SupplementDesk desk) => desk.Of(one, people.Manager, stop)) is not { MayChange: true } view) return;
        var facts = Facts(view, staff);
        var others = view.Staff.Where(w => w.Id != facts.About).OrderBy(w => w.StaffNumber, StringComparer.Ordinal).ToList();
        var conflict = dice.Chance(0.06) && others.Count > 0 ? dice.Pick(others) : null;
        ConflictReason? reason = conflict is null ? null : dice.Chance(0.5) ? ConflictReason.KnownPrivately : ConflictReason.Related;
        facts = Further(view, facts);
        var beside = more.Chance(0.06) && view.Holder is not null
            ? view.Staff.FirstOrDefault(w => w.Id != conflict?.Id && !StaffKind.Of(w.Role, w.Level).IsManager
                && view.Standing.All(a => a.WorkerId != w.Id) && view.Conflicts.All(c => c.Worker.Id != w.Id)) : null;
        if (conflict is null && beside is null && facts == SupplementFacts.Nothing) return;
        var change = new SupplementChange(view.Number, facts, conflict?.Id, reason, [])
        {
            CoWorker = beside is null ? null : new(beside.Id, 20, null),
        };
        (await desks.Ask((SupplementDesk desk) => desk.Enter(one, change, people.Manager, stop))).OfTheDemo();
    }

    /// <summary>Family, court, travel and label: of a few cases each, as it would be.</summary>
    private SupplementFacts Further(SupplementView view, SupplementFacts facts)
    {
        var begins = more.Chance(0.06);
        if (begins) _families++;
        if (begins || _isOneMore) facts = facts with { Family = $"F-{200 + _families}" };
        _isOneMore = begins;
        if (more.Chance(0.06))
        {
            var code = view.Case.Area == Area.Children ? "care" : "court-of-protection";
            facts = facts with { Court = code, HearingOn = more.Chance(0.8) ? today.AddDays(more.Between(10, 70)) : null };
        }

        if (more.Chance(0.2)) facts = facts with { Travel = more.Pick(view.Words.Travel).Code };
        return more.Chance(0.1) ? facts with { Label = more.Pick(view.Words.Labels).Code } : facts;
    }

    private SupplementFacts Facts(SupplementView view, List<Worker> staff)
    {
        var locality = dice.Chance(0.7) ? dice.Pick(Localities) : "";
        var spoken = staff.SelectMany(w => view.Words.LanguagesIn(w.Languages)).Distinct().ToList();
        var language = dice.Chance(0.15) && spoken.Count > 0 ? dice.Pick(spoken) : "";
        var isMust = language.Length > 0 && dice.Chance(0.25);
        var held = view.HeldBy.OrderBy(w => w.StaffNumber, StringComparer.Ordinal).ToList();
        if (!dice.Chance(0.2) || held.Count == 0) return new(language, isMust, OwnWish.NotStated, null, locality);
        return new(language, isMust, dice.Chance(0.7) ? OwnWish.Keep : OwnWish.Change, dice.Pick(held).Id, locality);
    }
}
