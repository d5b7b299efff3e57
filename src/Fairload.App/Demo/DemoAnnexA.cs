namespace Fairload.App.Demo;

/// <summary>The eleven lists as the made-up council would give them on a day: the rows, each in the order of its headers.</summary>
internal sealed class DemoAnnexA(DemoCouncil council, DateOnly day)
{
    private readonly DateOnly _since = day.AddMonths(-6);
    private readonly DemoAnnexARows _write = new(day);

    private readonly List<DemoCase> _cases =
        [.. council.Cases.Where(c => c.Child is not null && c.Opened <= day && c.Spells.Count > 0 && !(c.Vanishes && c.ClosedOn <= day))
            .OrderBy(c => c.Reference, StringComparer.Ordinal).ThenBy(c => c.Opened)];

    private readonly DemoElsewhere _elsewhere = new(council);

    public IEnumerable<IReadOnlyList<object?>> List(int number) => number switch
    {
        1 => Contacts(),
        2 => _elsewhere.EarlyHelp(_since, day),
        3 => Rows(c => InWindow(c.Child!.ReferralOn), _write.Referral),
        4 => Rows(c => c.Child!.AssessmentOn <= day && !(c.Child.AssessmentDone <= _since), _write.Assessment),
        5 => Rows(c => InWindow(c.Child!.EnquiryOn), _write.Enquiry),
        6 => Rows(IsInNeed, _write.InNeed),
        7 => Rows(c => c.Child!.PlanOn <= day && !(c.Child.PlanEnded <= _since), _write.Plan),
        8 => Rows(c => c.Child!.CareOn <= day && !(c.Child.CareEnded <= _since), _write.Care),
        9 => Rows(c => c.Child!.LeaverOn <= day && c.IsOpen(day), _write.Leaver),
        10 => Rows(c => c.Child!.CareOn <= day && _write.IsForAdoption(c) && !(c.Child.CareEnded <= day.AddYears(-1)), _write.Adoption),
        11 => _elsewhere.Adopters(day),
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "There are eleven lists."),
    };

    private bool InWindow(DateOnly? on) => on > _since && on <= day;

    /// <summary>Open and past referral, or closed within the six months; who was only ever referred is not in list 6.</summary>
    private bool IsInNeed(DemoCase @case) =>
        !@case.NotInList6 && @case.Child!.AssessmentOn <= day && !(@case.Child.LeaverOn <= day)
            && (@case.IsOpen(day) || InWindow(@case.ClosedOn));

    private IEnumerable<IReadOnlyList<object?>> Rows(Func<DemoCase, bool> belongs, Func<DemoCase, object?[]> write)
    {
        foreach (var @case in _cases)
        {
            if (!belongs(@case)) continue;
            yield return write(@case);
            if (@case.TwiceInList6 && write == _write.InNeed) yield return write(@case);
        }
    }

    /// <summary>Each referral came by a contact; as many again led to nothing.</summary>
    private IEnumerable<IReadOnlyList<object?>> Contacts()
    {
        foreach (var @case in _cases)
            if (InWindow(@case.Child!.ReferralOn)) yield return _write.Contact(@case);
        foreach (var row in _elsewhere.Contacts(_since, day)) yield return row;
    }
}

/// <summary>What the lists hold beside the department's own cases: contacts that went no further, early help, adopters.</summary>
internal sealed class DemoElsewhere(DemoCouncil council)
{
    private static readonly string[] Helpers = ["Early Help North", "Early Help South", "Marlgate Academy", "Fenholt Children's Centre",
        "Health visiting", "Aldermoor Primary School"];
    private static readonly string[] Senders = ["a) 1A: Individual", "e) 2A: Schools", "j) 3D: Health services", "m) 4: Housing",
        "q) 6: Police", "s) 8: Other"];

    public IEnumerable<IReadOnlyList<object?>> Contacts(DateOnly since, DateOnly day) =>
        Children(1, council.Size.ChildrensCases / 2, since, day, (dice, on) => [on, dice.Pick(Senders)]);

    public IEnumerable<IReadOnlyList<object?>> EarlyHelp(DateOnly since, DateOnly day) =>
        Children(2, council.Size.ChildrensCases / 5, since, day, (dice, on) => on.AddDays(dice.Between(3, 60)) is var done && done <= day
            ? [on, done, dice.Pick(Helpers)] : [on, null, dice.Pick(Helpers)]);

    public IEnumerable<IReadOnlyList<object?>> Adopters(DateOnly day)
    {
        var dice = Dice(3);
        for (var i = 0; i < council.Size.ChildrensCases / 100; i++)
        {
            var steps = new object?[10];
            var on = council.Dates.First.AddDays(-dice.Between(60, 400));
            var reached = dice.Between(1, 8);
            for (var step = 0; step < reached; step++, on = on.AddDays(dice.Between(20, 60))) steps[step] = on <= day ? on : null;
            steps[9] = reached == 8 && dice.Chance(0.4) && on <= day ? on : null;
            // A couple are two adopters of one family.
            var family = 14_000_000 + (i / 2 * 13);
            yield return
            [
                $"{71_000_00 + (i * 7)}", $"{family}", i % 2 == 0 ? "b) Female" : "a) Male", "a) WBRI", dice.Chance(0.05) ? "a) Yes"
                    : "b) No",
                dice.Chance(0.3) ? "a) Yes" : "b) No", steps[0], steps[1], steps[2], steps[3], steps[4], steps[5], steps[6], steps[7],
                steps[8],
                steps[8] is null ? null : dice.Between(1, 2), steps[9], null, null,
            ];
        }
    }

    /// <summary>The same children each time, shown in the lists whose six months they fall into.</summary>
    private IEnumerable<IReadOnlyList<object?>> Children(int which, int count, DateOnly since, DateOnly day, Func<DemoDice, DateOnly,
        object?[]> rest)
    {
        var dice = Dice(which);
        var first = council.Dates.First.AddMonths(-6);
        var span = council.Dates.Third.DayNumber - first.DayNumber;
        for (var i = 0; i < count; i++)
        {
            var on = first.AddDays(dice.Below(span + 1));
            var born = on.AddDays(-dice.Between(0, 6_500));
            var gender = dice.Chance(0.5) ? "a) Male" : "b) Female";
            var ethnicity = dice.Chance(0.75) ? "a) WBRI" : dice.Pick(["d) WOTH", "k) APKN", "o) BAFR", "i) MOTH"]);
            var tail = rest(dice, on);
            if (on <= since || on > day) continue;
            yield return [$"{which}{8_000_000 + (i * 3)}", gender, ethnicity, born, DemoDays.Age(born, day), .. tail];
        }
    }

    private DemoDice Dice(int which) => new(((ulong)(uint)council.Seed << 8) + (ulong)which);
}
