using Fairload.App.Caseload;
using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>New weights and factors that the council thinks about and has not agreed.</summary>
internal sealed class DemoDrafts(DemoDesks desks, DemoReaders people)
{
    public async Task Keep(CancellationToken stop)
    {
        var now = await desks.Ask((SettingsDesk desk) => desk.InForce(people.Principal, stop));
        // After a year of court work that took more than it was thought to.
        var weights = now.Weights with
        {
            Name = "Weights after the review of court work",
            Court = now.Weights.Court + 1,
            Cases = now.Weights.Cases.ToDictionary(c => c.Key, c => c.Value with { Tier3 = c.Value.Tier3 + 0.5m }),
        };
        (await desks.Ask((SettingsDraftDesk desk) => desk.Keep(weights, 0, people.Principal, stop))).OfTheDemo();
        var children = now.FactorSets.Single(s => s.Area == Area.Children);
        var factors = children with
        {
            Name = "Factors with the move to adulthood",
            Factors =
            [
                .. children.Factors.Take(FactorSet.Size - 1),
                new(
                    "Moving on", "How near the young person is to adulthood, and how ready.",
                    ["More than two years away", "A plan is made and kept to", "No plan, or it does not hold"], false),
            ],
        };
        (await desks.Ask((SettingsDraftDesk desk) => desk.Keep(factors, 0, people.Principal, stop))).OfTheDemo();
    }
}
