using Fairload.Core.Access;

namespace Fairload.Core.Actions.Scrutiny;

/// <summary>One thing that a resolution asks for, with who answers for it.</summary>
/// <param name="IsDone">Nothing more is to be done: it was noted.</param>
public sealed record ResolutionPart(string What, Id<Account>? Owner, string OwnerRole, DateOnly? DueOn, bool IsDone)
{
    public bool IsEmpty => What.Trim().Length == 0 && Owner is null;
}

/// <summary>How a line of the minutes becomes actions with an owner and a day.</summary>
public static class Splitting
{
    /// <summary>So many at once; more can follow.</summary>
    public const int Most = 4;

    /// <summary>Problems name the field of the part as the form does: <c>Parts[1].Owner</c>.</summary>
    /// <param name="number">The next of the year.</param>
    public static Result<IReadOnlyList<AgreedAction>> Split(
        Resolution resolution, ScrutinyMeeting meeting, IReadOnlyList<ResolutionPart> parts, int number, ActionDeed deed)
    {
        var problems = new List<Problem>();
        var actions = new List<AgreedAction>();
        var given = parts.Index().Where(p => !p.Item.IsEmpty).ToList();
        if (given.Count == 0) return new Problem("Parts[0].Owner", $"Name who answers for it. A resolution without an owner is lost, so nothing was stored");
        foreach (var (at, part) in given)
        {
            var source = new ActionSource(SourceKind.Resolution, $"{meeting.HeldOn:yyyy-MM-dd}/{resolution.Number}", resolution.Text);
            var due = part.IsDone ? deed.On : part.DueOn;
            var plan = new ActionPlan(part.What, "", source, part.Owner, part.OwnerRole, due, "", null, null, "");
            if (AgreedAction.Agree(plan, number + actions.Count, resolution.Id, null, deed).Try(out var action, out var wrong))
                actions.Add(action);
            else
                problems.AddRange(wrong.Select(w => w with { Field = $"Parts[{at}].{w.Field}" }));
        }

        return problems.Count > 0 ? problems : actions;
    }
}
