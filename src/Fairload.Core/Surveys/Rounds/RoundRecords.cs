using Fairload.Core.Workforce;

namespace Fairload.Core.Surveys.Rounds;

/// <summary>A team, or like teams that are shown together; as it was when the round opened.</summary>
/// <param name="Number">In name order, from 1; what a ballot says of its unit.</param>
/// <param name="Teams">Their ids, parted by blanks; empty for those who are in no team.</param>
/// <param name="People">Who is asked; 0 in a round of people and carers, of whom nobody is listed.</param>
/// <param name="Unreached">Of them, who has no address to which a code could be sent.</param>
public sealed record RoundUnit(
    Id<RoundUnit> Id, Id<SurveyRound> RoundId, int Number, string Name, string Service, string Teams, int People, int Unreached = 0)
{
    public IEnumerable<Id<Team>> TeamIds => Teams.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => Id<Team>.TryParse(text, out var id) ? id : default);
}

/// <summary>Somebody who is asked, with what a colleague who has the staff list would say of them. Frozen when the round opens.</summary>
public sealed record RoundPerson(
    Id<RoundPerson> Id, Id<SurveyRound> RoundId, Id<Worker> WorkerId, Id<RoundUnit> UnitId, string RoleGroup, string LengthOfService,
    string Experience, string Contract, bool IsAway);

/// <summary>Whose code is whose, as long as it has to be known: with personal codes alone, until the last reminder has gone or the round
/// closes.</summary>
public sealed class RoundDelivery
{
    private RoundDelivery() { }

    public Id<RoundDelivery> Id { get; private init; }
    public Id<SurveyRound> RoundId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }

    public string Address { get; private init; } = "";
    public string Code { get; private init; } = "";

    /// <summary>The letter has gone.</summary>
    public bool IsSent { get; private set; }

    /// <summary>The code is known to be used. Told in batches of at least the floor, so it may be late.</summary>
    public bool IsAnswered { get; private set; }

    public static RoundDelivery To(Id<SurveyRound> round, Id<Worker> worker, string address, AccessCode code) => new()
    {
        Id = Id<RoundDelivery>.New(),
        RoundId = round,
        WorkerId = worker,
        Address = address.Trim(),
        Code = code.Text,
    };

    public void Sent() => IsSent = true;

    public void Answered() => IsAnswered = true;
}
