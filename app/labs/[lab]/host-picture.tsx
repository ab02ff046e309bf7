import { type Changes, type ContainerView, type HostView, thingKey } from "#core/labs/host-view";
import { labText } from "#core/text/labs/lab-text";
import styles from "./lab.module.css";

type Props = { view: HostView; changes: Changes };

/** What stands on the host: containers on their networks, volumes, and images as layers. */
export function HostPicture({ view, changes }: Props) {
  const text = labText();
  const isChanged = (key: string) => changes.changed.has(key);
  const alone = view.containers.filter(({ networks }) => networks.length === 0);
  return (
    <div className={styles.picture}>
      <h3>{text.containers}</h3>
      {view.containers.length === 0 && <p className={styles.small}>{text.noContainers}</p>}
      {view.networks.map((name) => (
        <div
          key={name}
          className={styles.network}
          data-changed={isChanged(thingKey("network", name))}
        >
          <p className={styles.networkName}>
            {text.network(name)} <Changed is={isChanged(thingKey("network", name))} />
          </p>
          <Containers
            containers={view.containers.filter(({ networks }) => networks.includes(name))}
            on={name}
            isChanged={isChanged}
          />
        </div>
      ))}
      {alone.length > 0 && (
        <div className={styles.network}>
          <p className={styles.networkName}>{text.noNetwork}</p>
          <Containers containers={alone} on={null} isChanged={isChanged} />
        </div>
      )}
      <h3>{text.volumes}</h3>
      {view.volumes.length === 0 && <p className={styles.small}>{text.noVolumes}</p>}
      <ul className={styles.things}>
        {view.volumes.map(({ name, files }) => (
          <li key={name} data-changed={isChanged(thingKey("volume", name))}>
            <strong>{name}</strong> {text.files(files)}{" "}
            <Changed is={isChanged(thingKey("volume", name))} />
          </li>
        ))}
      </ul>
      <h3>{text.images}</h3>
      {view.images.length === 0 && <p className={styles.small}>{text.noImages}</p>}
      <ul className={styles.things}>
        {view.images.map(({ names, layers }, place) => {
          const key = thingKey("image", names.join(", "));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: images without a name are all alike
            <li key={`${key}${place}`} data-changed={isChanged(key)}>
              <span className={styles.layers} aria-hidden="true">
                {Array.from({ length: layers }, (_, layer) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: layers that are all alike
                  <span key={layer} />
                ))}
              </span>
              <strong>{names.length > 0 ? names.join(", ") : text.nameless}</strong>{" "}
              {text.layers(layers)} <Changed is={isChanged(key)} />
            </li>
          );
        })}
      </ul>
      {changes.gone.length > 0 && <p className={styles.small}>{text.gone(changes.gone)}</p>}
    </div>
  );
}

type ContainersProps = {
  containers: ContainerView[];
  on: string | null;
  isChanged: (key: string) => boolean;
};

function Containers({ containers, on, isChanged }: ContainersProps) {
  const text = labText();
  if (containers.length === 0) return <p className={styles.small}>{text.empty}</p>;
  return (
    <ul className={styles.containers}>
      {containers.map((one) => (
        <li
          key={one.name}
          data-status={one.status === "running" ? "runs" : "rests"}
          data-changed={isChanged(thingKey("container", one.name))}
        >
          <strong>{one.name}</strong> <span>{text.of(one.image)},</span>{" "}
          <span>{text.status(one.status, one.exit)}</span>{" "}
          <Changed is={isChanged(thingKey("container", one.name))} />
          <Details one={one} on={on} />
        </li>
      ))}
    </ul>
  );
}

/** A pair as it is written, "8080:80": the last colon parts it. */
const pairOf = (written: string): [string, string] => {
  const colon = written.lastIndexOf(":");
  return [written.slice(0, colon), written.slice(colon + 1)];
};

function Details({ one, on }: { one: ContainerView; on: string | null }) {
  const text = labText();
  const others = one.networks.filter((name) => name !== on);
  const said = [
    ...one.ports.map((pair) => text.port(...pairOf(pair))),
    ...one.mounts.map((pair) => text.mount(...pairOf(pair))),
    ...(on !== null && others.length > 0 ? [text.alsoOn(others)] : []),
  ];
  if (said.length === 0) return null;
  return (
    <ul className={styles.details}>
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function Changed({ is }: { is: boolean }) {
  return is ? <em className={styles.changed}>{labText().changed}</em> : null;
}
