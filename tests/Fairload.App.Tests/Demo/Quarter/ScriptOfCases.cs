using Fairload.Core.Caseload;

namespace Fairload.App.Tests.Demo.Quarter;

/// <summary>What happens to cases: by hand, by agreement, and in the case system.</summary>
internal sealed partial class Script
{
    /// <summary>Cases that wait are given to people; the case system shows it at once, later, never, or shows a third.</summary>
    private async Task AgreeAllocations()
    {
        for (var i = 0; i < 3 * _scale; i++)
        {
            if (Quiet(c => _books.Waits(c, Today).StartsWith("NeverAllocated", StringComparison.Ordinal)) is not { } one) return;
            if (await _hands.Allocate(one)) Fate(one, (Week + i) % 4);
        }
    }

    private void Fate(BookCase one, int fate)
    {
        var (taker, on) = (one.Decision!.Worker, Today);
        switch (fate)
        {
            case 0:
                Enter();
                break;
            case 1:
                Later(2, Enter);
                break;
            case 2:
                // Somebody else entered a third person there since.
                var third = Pick(_books.People.Where(p => p.IsHere && p.IsThere && p.End is null && !p.IsManager && p.Number != taker
                    && p.Teams.Any(t => t.Team == one.Here!.Team)).ToList());
                one.There = one.There! with { Worker = third.Number, Given = on };
                break;
            default:
                break;
        }

        void Enter()
        {
            if (one.There is { Closed: null } there && one.IsOpen) one.There = there with { Worker = taker, Given = on };
        }
    }

    /// <summary>What stands in the name of somebody who has left goes to those who are there.</summary>
    private async Task SpreadWhatLeaversHeld()
    {
        var gone = _leavers.Where(p => p.HasLeft(Today)).Select(p => p.Number).ToHashSet();
        var left = _books.Open.Where(c => gone.Contains(c.Here!.Worker)).OrderBy(c => c.Reference, StringComparer.Ordinal).ToList();
        foreach (var one in left)
        {
            if (!await _hands.Allocate(one)) continue;
            var (taker, on) = (one.Decision!.Worker, Today);
            Later(_dice.Next(3) == 0 ? 2 : 1, () =>
            {
                if (one is { IsOpen: true, There: { Closed: null } there }) one.There = there with { Worker = taker, Given = on };
            });
        }
    }

    private async Task EnterCases()
    {
        for (var i = 0; i < 2 * _scale; i++) await OpenOne((Week + i) % 5);
        if (Quiet(c => c.Here!.Type != "other") is { } wrong) await CorrectOne(wrong, Week % 3);
        for (var i = 0; i < 2 * _scale; i++)
            if (Quiet(_ => true) is { } ended) await CloseOne(ended, (Week + i) % 4);
    }

    private async Task OpenOne(int fate)
    {
        var team = Pick(_books.Teams.Living.ToList()).Name;
        var area = _books.Open.FirstOrDefault(c => c.Here!.Team == team)?.Area ?? Area.Children;
        var type = area == Area.Children ? "child-in-need" : "adult-review";
        var one = await _hands.Open($"H-{++_numbers:D4}", area, type, team);
        var there = new CaseFacts(type, Today, team, "");
        switch (fate)
        {
            case 0:
                one.There = there;
                break;
            case 1:
                Later(2, () => one.There = one.IsOpen ? there : null);
                break;
            case 2:
                // The case system never hears of it, and a person settles that it is right here.
                Later(1, () => _hands.Settle(one.Mark!, one.Reference, true));
                break;
            case 3:
                Later(1, () => _hands.Settle(one.Mark!, one.Reference, false));
                break;
            default:
                one.There = there with { Type = OtherType(area, type) };
                Later(2, () => _hands.Settle(one.Mark!, one.Reference, Week % 2 == 0));
                break;
        }
    }

    private async Task CorrectOne(BookCase one, int fate)
    {
        var other = OtherType(one.Area, one.Here!.Type);
        await _hands.Correct(one, other);
        if (fate == 0) one.There = one.There! with { Type = other };
        else if (fate == 1) Later(1, () => _hands.Settle(one.Mark!, one.Reference, Week % 2 == 0));
        else Later(2, () => one.There = one.There! with { Type = other });
    }

    private async Task CloseOne(BookCase one, int fate)
    {
        await _hands.Close(one);
        switch (fate)
        {
            case 0:
                one.There = one.There! with { Closed = Today };
                break;
            case 1:
                one.There = null;
                break;
            case 2:
                // It goes on there: a person settles that the case system is right.
                Later(1, () => _hands.Settle(one.Mark!, one.Reference, false));
                break;
            default:
                if (one.There!.Start <= Today.AddDays(-1)) one.There = one.There with { Closed = Today.AddDays(-1) };
                else one.There = null;
                break;
        }
    }

    /// <summary>What people did in the case system in the week: new cases, handed over, closed, other work, and some that its extract
    /// forgets.</summary>
    private void LetTheCaseSystemGoOn()
    {
        foreach (var forgotten in _books.Cases.Where(c => c.IsLeftOut)) forgotten.IsLeftOut = false;
        for (var i = 0; i < 6 * _scale; i++)
        {
            var team = Pick(_books.Teams.Living.Select(t => t.Name).ToList());
            var area = _books.Open.FirstOrDefault(c => c.Here!.Team == team)?.Area ?? Area.Children;
            var staff = _books.People.Where(p => p.IsThere && p.IsHere && p.End is null && !p.IsManager && p.Teams.Any(t => t.Team == team))
                .ToList();
            var worker = i % 3 == 0 || staff.Count == 0 ? null : Pick(staff);
            var start = Today.AddDays(-_dice.Next(0, 5));
            _books.Cases.Add(new($"S-{++_numbers:D4}", area)
            {
                There = new(area == Area.Children ? "child-in-need" : "adult-review", start, team, worker?.Number ?? "", null,
                    worker is null ? null : start),
            });
        }

        for (var i = 0; i < 5 * _scale; i++)
            if (Quiet(c => c.There!.Start < Today.AddDays(-7)) is { } ended) ended.There = ended.There! with { Closed = Today.AddDays(-1) };
        for (var i = 0; i < 4 * _scale; i++)
        {
            if (Quiet(c => c.Here!.Worker.Length > 0) is not { } moved) continue;
            var team = moved.There!.Team;
            var to = _books.People.Where(p => p.IsThere && p.IsHere && p.End is null && !p.IsManager
                && p.Teams.Any(t => t.Team == moved.Here!.Team)).ToList();
            if (to.Count > 0) moved.There = moved.There with { Worker = Pick(to).Number, Given = Today.AddDays(-1), Team = team };
            moved.IsTouched = false;
        }

        for (var i = 0; i < 2 * _scale; i++)
        {
            if (Quiet(_ => true) is not { } other) continue;
            other.There = other.There! with { Type = OtherType(other.Area, other.There.Type) };
            other.IsTouched = false;
            if (Quiet(_ => true) is not { } forgotten) continue;
            forgotten.IsLeftOut = true;
            forgotten.IsTouched = false;
        }
    }
}
