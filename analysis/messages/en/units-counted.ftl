# Units that are counted, in words, by name in the table of units.

unit-persons = { $number ->
    [one] person
   *[other] persons
}
unit-families = { $number ->
    [one] family
   *[other] families
}
unit-animals = { $number ->
    [one] animal
   *[other] animals
}
unit-vehicles = { $number ->
    [one] vehicle
   *[other] vehicles
}
unit-aircraft = aircraft
unit-drones = { $number ->
    [one] drone
   *[other] drones
}
unit-missiles = { $number ->
    [one] missile
   *[other] missiles
}
unit-rockets = { $number ->
    [one] rocket
   *[other] rockets
}
unit-shells = { $number ->
    [one] shell
   *[other] shells
}
unit-bombs = { $number ->
    [one] bomb
   *[other] bombs
}
unit-mines = { $number ->
    [one] mine
   *[other] mines
}
unit-mortars = { $number ->
    [one] mortar
   *[other] mortars
}
unit-guns = { $number ->
    [one] gun
   *[other] guns
}
unit-weapons = { $number ->
    [one] weapon
   *[other] weapons
}
unit-strikes = { $number ->
    [one] strike
   *[other] strikes
}
unit-sorties = { $number ->
    [one] sortie
   *[other] sorties
}
unit-attacks = { $number ->
    [one] attack
   *[other] attacks
}
unit-incidents = { $number ->
    [one] incident
   *[other] incidents
}
unit-clashes = { $number ->
    [one] clash
   *[other] clashes
}
unit-battles = { $number ->
    [one] battle
   *[other] battles
}
unit-explosions = { $number ->
    [one] explosion
   *[other] explosions
}
unit-violations = { $number ->
    [one] violation
   *[other] violations
}
unit-protests = { $number ->
    [one] protest
   *[other] protests
}
unit-raids = { $number ->
    [one] raid
   *[other] raids
}
unit-ambushes = { $number ->
    [one] ambush
   *[other] ambushes
}
unit-shellings = { $number ->
    [one] shelling
   *[other] shellings
}
unit-bombings = { $number ->
    [one] bombing
   *[other] bombings
}
unit-engagements = { $number ->
    [one] engagement
   *[other] engagements
}
unit-launchers = { $number ->
    [one] launcher
   *[other] launchers
}
unit-systems = { $number ->
    [one] system
   *[other] systems
}
unit-killings = { $number ->
    [one] killing
   *[other] killings
}
unit-executions = { $number ->
    [one] execution
   *[other] executions
}
unit-arrests = { $number ->
    [one] arrest
   *[other] arrests
}
unit-abductions = { $number ->
    [one] abduction
   *[other] abductions
}
unit-displacements = { $number ->
    [one] displacement
   *[other] displacements
}
unit-depots = { $number ->
    [one] depot
   *[other] depots
}
unit-warehouses = { $number ->
    [one] warehouse
   *[other] warehouses
}
unit-buildings = { $number ->
    [one] building
   *[other] buildings
}
unit-facilities = { $number ->
    [one] facility
   *[other] facilities
}
unit-bridges = { $number ->
    [one] bridge
   *[other] bridges
}
unit-places = { $number ->
    [one] place
   *[other] places
}
unit-vessels = { $number ->
    [one] vessel
   *[other] vessels
}
unit-barrels = { $number ->
    [one] barrel
   *[other] barrels
}
unit-containers = { $number ->
    [one] container
   *[other] containers
}
unit-tents = { $number ->
    [one] tent
   *[other] tents
}
unit-shelters = { $number ->
    [one] shelter
   *[other] shelters
}
unit-parcels = { $number ->
    [one] parcel
   *[other] parcels
}
unit-kits = { $number ->
    [one] kit
   *[other] kits
}
unit-doses = { $number ->
    [one] dose
   *[other] doses
}
unit-bags = { $number ->
    [one] bag
   *[other] bags
}
unit-convoys = { $number ->
    [one] convoy
   *[other] convoys
}
unit-tunnels = { $number ->
    [one] tunnel
   *[other] tunnels
}
unit-wells = { $number ->
    [one] well
   *[other] wells
}
unit-fires = { $number ->
    [one] fire
   *[other] fires
}
unit-formations = { $number ->
    [one] formation
   *[other] formations
}
unit-tanks = { $number ->
    [one] tank
   *[other] tanks
}
unit-trucks = { $number ->
    [one] truck
   *[other] trucks
}
unit-cars = { $number ->
    [one] car
   *[other] cars
}
unit-buses = { $number ->
    [one] bus
   *[other] buses
}
unit-motorcycles = { $number ->
    [one] motorcycle
   *[other] motorcycles
}
unit-ambulances = { $number ->
    [one] ambulance
   *[other] ambulances
}
unit-helicopters = { $number ->
    [one] helicopter
   *[other] helicopters
}
unit-planes = { $number ->
    [one] plane
   *[other] planes
}
unit-houses = { $number ->
    [one] house
   *[other] houses
}
unit-villages = { $number ->
    [one] village
   *[other] villages
}
unit-towns = { $number ->
    [one] town
   *[other] towns
}
unit-cities = { $number ->
    [one] city
   *[other] cities
}
unit-townships = { $number ->
    [one] township
   *[other] townships
}
unit-settlements = { $number ->
    [one] settlement
   *[other] settlements
}
unit-localities = { $number ->
    [one] locality
   *[other] localities
}
unit-camps = { $number ->
    [one] camp
   *[other] camps
}
unit-neighbourhoods = { $number ->
    [one] neighbourhood
   *[other] neighbourhoods
}
unit-districts = { $number ->
    [one] district
   *[other] districts
}
unit-provinces = { $number ->
    [one] province
   *[other] provinces
}
unit-hills = { $number ->
    [one] hill
   *[other] hills
}
unit-positions = { $number ->
    [one] position
   *[other] positions
}
unit-outposts = { $number ->
    [one] outpost
   *[other] outposts
}
unit-checkpoints = { $number ->
    [one] checkpoint
   *[other] checkpoints
}
unit-bases = { $number ->
    [one] base
   *[other] bases
}
unit-hospitals = { $number ->
    [one] hospital
   *[other] hospitals
}
unit-clinics = { $number ->
    [one] clinic
   *[other] clinics
}
unit-schools = { $number ->
    [one] school
   *[other] schools
}
unit-brigades = { $number ->
    [one] brigade
   *[other] brigades
}
unit-battalions = { $number ->
    [one] battalion
   *[other] battalions
}
unit-divisions = { $number ->
    [one] division
   *[other] divisions
}
unit-regiments = { $number ->
    [one] regiment
   *[other] regiments
}
unit-companies = { $number ->
    [one] company
   *[other] companies
}
unit-units = { $number ->
    [one] unit
   *[other] units
}
unit-squads = { $number ->
    [one] squad
   *[other] squads
}
unit-platoons = { $number ->
    [one] platoon
   *[other] platoons
}
