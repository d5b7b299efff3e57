using Fairload.App.Caseload;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>What the manager of the made-up council has entered about the cases and people of the team and no extract tells: enough of
/// each that suggestions speak of it.</summary>
internal sealed class DemoSupplements(DemoDesks desks, DemoReaders people, DemoDice dice)
{
    private const int MostCases = 80;
    private static readonly string[] Localities = ["BR1", "BR2", "BR4", "Moorside"];

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
        if (conflict is null && facts == SupplementFacts.Nothing) return;
        var change = new SupplementChange(view.Number, facts, conflict?.Id, reason, []);
        (await desks.Ask((SupplementDesk desk) => desk.Enter(one, change, people.Manager, stop))).OfTheDemo();
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
